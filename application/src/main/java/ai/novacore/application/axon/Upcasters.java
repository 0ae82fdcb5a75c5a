package ai.novacore.application.axon;

import ai.novacore.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/** Reads events of older versions as those of today. Whoever reads the log reads it through these. */
public final class Upcasters {
    private static final EventUpcaster ALL = new EventUpcasterChain(
            new WithNewComponents("memory.stored/1", "memory.stored/2"),
            new WithNewComponents("conversation.turn-started/1", "conversation.turn-started/2"));

    private Upcasters() {}

    /** All of them, in the order of the versions. */
    public static EventUpcaster all() {
        return ALL;
    }

    /** A stored payload of any version as the event of today. */
    public static DomainEvent read(DomainSerializer serializer, SerializedObject<String> stored) {
        SerializedObject<String> noMetadata = serializer.serialize(MetaData.emptyInstance(), String.class);
        EventData<String> entry = new GenericDomainEventEntry<>(
                "",
                "",
                0,
                "",
                Instant.EPOCH.toString(),
                stored.getType().getName(),
                stored.getType().getRevision(),
                stored.getData(),
                noMetadata.getData());
        return ALL.upcast(Stream.of(new InitialEventRepresentation(entry, serializer)))
                .map(event -> (DomainEvent) serializer.deserialize(event.getData()))
                .findFirst()
                .orElseThrow();
    }

    /** A version that has more components, all of which may be absent: what was stored reads as it is. */
    private static final class WithNewComponents extends SingleEventUpcaster {
        private final SerializedType from;
        private final SerializedType to;

        WithNewComponents(String from, String to) {
            this.from = EventTypes.parse(from);
            this.to = EventTypes.parse(to);
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(from);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(to, String.class, payload -> payload);
        }
    }
}
