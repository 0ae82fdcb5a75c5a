package ai.novacore.application.shared;

import ai.novacore.domain.shared.DomainEvent;

/**
 * Folds events into one read model. Called for every event that concerns it, in order, in a transaction that also records how far it got.
 * Idempotent all the same: an event that is folded twice leaves the same read model.
 */
public interface Projection {
    /** The stable name under which its position is kept, such as {@code quota-usage}. */
    String name();

    /**
     * Whether events of this type can matter. The others are passed over without a transaction, which is what most of
     * the log is to most projections.
     */
    default boolean concerns(Class<?> eventType) {
        return true;
    }

    void project(DomainEvent event);
}
