package ai.novacore.domain.quota;

import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a person is told that their day runs short: once for each resource when {@value #NEARLY} % are used, and once when
 * all is. Whoever uses so much at once that both are true is told the latter only. A day that is over warns nobody.
 */
final class UsageWarnings {
    static final int NEARLY = 80;
    static final int ALL = 100;

    private UsageWarnings() {}

    /** The warnings that are due once {@code state} is reached. */
    static List<QuotaWarned> due(QuotaId id, Instant now, Quota state) {
        List<QuotaWarned> warnings = new ArrayList<>();
        Allowance limit = state.allowance();
        if (limit != null && now.isBefore(id.resetsAt())) {
            for (Resource resource : Resource.values()) {
                int percent = percent(state.used(resource), limit.of(resource));
                if (percent > state.warnedOf(resource)) {
                    warnings.add(warning(id, now, resource, percent, state, limit));
                }
            }
        }
        return warnings;
    }

    /**
     * The warning that is due because a turn was refused: what is left is too little for a question, though not nothing.
     * None when open reservations stand in the way, which may come back, or when a question was simply very large.
     */
    static List<QuotaWarned> exhausted(QuotaId id, Instant now, Resource resource, Quota state) {
        Allowance limit = state.allowance();
        if (limit == null || !now.isBefore(id.resetsAt()) || !state.reserved().isEmpty()) {
            return List.of();
        }
        boolean exhausted = resource == Resource.MESSAGES
                ? state.remainingMessages(limit) == 0
                : percent(state.used(resource), limit.of(resource)) >= NEARLY;
        return exhausted && state.warnedOf(resource) < ALL
                ? List.of(warning(id, now, resource, ALL, state, limit))
                : List.of();
    }

    private static QuotaWarned warning(
            QuotaId id, Instant now, Resource resource, int percent, Quota state, Allowance limit) {
        return new QuotaWarned(id, now, resource, percent, state.used(resource), limit.of(resource));
    }

    private static int percent(long used, long limit) {
        if (used >= limit) {
            return ALL;
        }
        return used >= limit - limit / 5 ? NEARLY : 0;
    }
}
