package ai.novacore.domain.shared;

/** What a member pays for. The order is the order of value: {@code FREE < BASIC < PRO}. */
public enum Tier {
    FREE,
    BASIC,
    PRO
}
