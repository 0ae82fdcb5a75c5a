package ai.novacore.application.shared;

import ai.novacore.domain.shared.DomainEvent;

/**
 * Does something in the world outside because of an event: sends a mail, calls Stripe. Happens at least once, and never
 * during a replay.
 */
public interface Effect {
    /** The stable name under which its position is kept, such as {@code verification-mail}. */
    String name();

    /** Whether events of this type can matter; the others are passed over. */
    default boolean concerns(Class<?> eventType) {
        return true;
    }

    /**
     * @param eventId the same at every attempt; what the outside is given as idempotency key derives from it
     */
    void happen(DomainEvent event, String eventId);
}
