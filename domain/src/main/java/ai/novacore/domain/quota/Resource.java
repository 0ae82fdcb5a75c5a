package ai.novacore.domain.quota;

/** What a day's quota counts. */
public enum Resource {
    TOKENS,
    MESSAGES
}
