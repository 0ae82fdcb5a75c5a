package ai.novacore.domain.memory;

/** What sort of thing is remembered. */
public enum MemoryKind {
    /** One statement about the member. */
    FACT,
    /** A conclusion drawn from several messages. */
    REFLECTION,
    /** A question with its answer, as it was said. */
    EXCHANGE,
    /** What the member wrote down themselves. */
    NOTE
}
