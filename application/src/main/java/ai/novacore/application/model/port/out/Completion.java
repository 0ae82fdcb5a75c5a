package ai.novacore.application.model.port.out;

/**
 * How an answer ended.
 *
 * @param inputTokens tokens of the prompt, by the model's count; 0 when it ended before telling
 * @param outputTokens tokens of the answer, by the model's count, or the counted pieces when it ended before telling
 */
public record Completion(Finish finish, long inputTokens, long outputTokens) {

    /** Why there is no more text. */
    public enum Finish {
        /** The model had nothing more to say. */
        STOP,
        /** It reached the cap. */
        LENGTH,
        /** The caller did not want more. */
        CANCELLED
    }
}
