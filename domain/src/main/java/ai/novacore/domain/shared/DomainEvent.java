package ai.novacore.domain.shared;

import java.time.Instant;

/**
 * A fact about one aggregate. The shape of an event is the storage format: a change needs a new version of its
 * {@link EventType} and an upcaster for the old one.
 */
public interface DomainEvent {
    /** The aggregate that it happened to. */
    AggregateId id();

    /** When it happened, as the command said. */
    Instant at();
}
