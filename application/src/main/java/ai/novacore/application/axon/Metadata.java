package ai.novacore.application.axon;

import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.Actor;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;

/** What every command and event carries beside its payload. */
public final class Metadata {
    /** The request that caused it. */
    public static final String CORRELATION_ID = "correlationId";

    /** What ties it to the trace of that request, as https://www.w3.org/TR/trace-context names it; absent without tracing. */
    static final Set<String> TRACE = Set.of("traceparent", "tracestate");

    private static final String CAUSATION_ID = "causationId";
    private static final String ACTOR_KIND = "actorKind";
    private static final String ACTOR_ID = "actorId";

    private static final String[] HANDED_DOWN = Stream.concat(
                    Stream.of(CORRELATION_ID, ACTOR_KIND, ACTOR_ID), TRACE.stream())
            .toArray(String[]::new);

    private Metadata() {}

    static MetaData of(Correlation correlation, Actor actor) {
        return MetaData.from(Map.of(
                CORRELATION_ID, correlation.id(), ACTOR_KIND, actor.kind().name(), ACTOR_ID, actor.id()));
    }

    static MetaData of(Correlation correlation, Actor actor, Map<String, String> trace) {
        MetaData data = of(correlation, actor);
        return trace.isEmpty() ? data : data.mergedWith(trace);
    }

    /** What a message hands down to those that it causes. */
    static Map<String, ?> handedDown(Message<?> message) {
        return message.getMetaData().subset(HANDED_DOWN).and(CAUSATION_ID, message.getIdentifier());
    }

    /** The correlation that a message belongs to; a fresh one when it names none. */
    static Correlation correlationOf(Message<?> message) {
        MetaData data = message.getMetaData();
        if (data.get(CORRELATION_ID) instanceof String id
                && data.get(ACTOR_KIND) instanceof String kind
                && data.get(ACTOR_ID) instanceof String actor) {
            return new Correlation(id, new Actor(Actor.Kind.valueOf(kind), actor));
        }
        return Correlation.current();
    }
}
