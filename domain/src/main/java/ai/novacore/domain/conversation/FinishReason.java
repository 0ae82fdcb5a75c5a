package ai.novacore.domain.conversation;

/** Why the model ended its answer. */
public enum FinishReason {
    /** It had nothing more to say. */
    STOP,
    /** It reached its cap. */
    LENGTH
}
