package ai.novacore.domain.conversation;

/** Tokens that the model counted: the prompt's, and the answer's. */
public record TokenUsage(long inputTokens, long outputTokens) {
    public static final TokenUsage NONE = new TokenUsage(0, 0);
}
