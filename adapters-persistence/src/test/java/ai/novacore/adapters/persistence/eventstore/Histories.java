package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.support.port.in.HistoryQuery.Kind;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.RandomValues;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.user.UserEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Makes up streams of events and writes them into a log as they would be written. */
final class Histories {
    private static final Map<Kind, Class<? extends DomainEvent>> EVENTS = Map.of(
            Kind.USER, UserEvent.class,
            Kind.SUBSCRIPTION, SubscriptionEvent.class,
            Kind.QUOTA, QuotaEvent.class,
            Kind.MEMORY, MemoryEvent.class,
            Kind.CONVERSATION, ConversationEvent.class);

    private static final MetaData METADATA = MetaData.from(
            Map.of("correlationId", "request-1", "causationId", "command-1", "actorKind", "SYSTEM", "actorId", "test"));

    private Histories() {}

    /** Events of one aggregate of this kind, as many as are wanted, in no sensible order. */
    static List<DomainEvent> random(Kind kind, RandomValues values, int count) {
        List<DomainEvent> events = new ArrayList<>();
        while (events.size() < count) {
            DomainEvent event = values.next(Objects.requireNonNull(EVENTS.get(kind)));
            if (events.isEmpty() || event.id().equals(events.getFirst().id())) {
                events.add(event);
            }
        }
        return events;
    }

    /** Appends to the end of a stream that has {@code length} events. */
    static void append(BackboneOnPostgres node, Kind kind, long length, List<? extends DomainEvent> events) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (DomainEvent event : events) {
            messages.add(new GenericDomainEventMessage<>(
                    kind.name().toLowerCase(Locale.ROOT),
                    event.id().value(),
                    length + messages.size(),
                    event,
                    METADATA,
                    UUID.randomUUID().toString(),
                    Instant.parse("2026-03-20T12:00:00Z")));
        }
        node.transaction.executeWithoutResult(running -> node.engine.appendEvents(messages));
    }
}
