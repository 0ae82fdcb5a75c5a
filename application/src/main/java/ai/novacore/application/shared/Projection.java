package ai.novacore.application.shared;

import ai.novacore.domain.shared.DomainEvent;

/**
 * Folds events into one read model. Called for every event in order, in a transaction that also records how far it got.
 * Idempotent all the same: an event that is folded twice leaves the same read model.
 */
public interface Projection {
    /** The stable name under which its position is kept, such as {@code quota-usage}. */
    String name();

    void project(DomainEvent event);
}
