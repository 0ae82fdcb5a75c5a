package ai.novacore.domain.shared;

/** How long a memory lasts. The order is the order of promotion: {@code STM < ITM < LTM}. */
public enum MemoryTier {
    /** Short-term: what was said lately; expires unless promoted. */
    STM,
    /** Intermediate: facts and reflections from settled conversations. */
    ITM,
    /** Long-term: what proved to matter. */
    LTM
}
