package ai.novacore.domain.quota;

import ai.novacore.domain.shared.Tier;

/**
 * How much a tier may use in one day.
 *
 * @param messages answered turns
 * @param tokens tokens in and out together
 */
public record Allowance(Tier tier, long messages, long tokens) {
    public Allowance {
        if (messages < 0 || tokens < 0) {
            throw new IllegalArgumentException("an allowance is not negative");
        }
    }

    /** How much of a resource there is. */
    public long of(Resource resource) {
        return switch (resource) {
            case TOKENS -> tokens;
            case MESSAGES -> messages;
        };
    }
}
