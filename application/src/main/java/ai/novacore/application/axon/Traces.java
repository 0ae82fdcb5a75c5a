package ai.novacore.application.axon;

import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;

/**
 * Commands and the handling of events as parts of the trace of the request that caused them. What ties them together travels
 * with the metadata of commands and events, across threads, nodes and restarts. Costs next to nothing while nobody traces.
 */
final class Traces {
    static final String COMMAND = "traced.command";
    static final String EVENT = "traced.event";

    private final ObservationRegistry registry;

    Traces(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** Runs what sends the command; it is given what the metadata of the command is to hold beside the rest. */
    <T> T command(DomainCommand command, Function<Map<String, String>, T> send) {
        Map<String, String> carried = new HashMap<>();
        return Observation.createNotStarted(
                        COMMAND,
                        () -> {
                            SenderContext<Map<String, String>> context = new SenderContext<>(
                                    (carrier, name, value) -> {
                                        if (carrier != null && Metadata.TRACE.contains(name)) {
                                            carrier.put(name, value);
                                        }
                                    },
                                    Kind.PRODUCER);
                            context.setCarrier(carried);
                            return context;
                        },
                        registry)
                .contextualName("command " + command.getClass().getSimpleName())
                .lowCardinalityKeyValue("command", command.getClass().getSimpleName())
                .highCardinalityKeyValue("aggregate", command.id().value())
                .observe(() -> send.apply(carried));
    }

    /** Has an event handled by the processor of this name. */
    <T> T event(String processor, EventMessage<?> message, Callable<T> handling) throws Exception {
        return Observation.createNotStarted(
                        EVENT,
                        () -> {
                            ReceiverContext<EventMessage<?>> context = new ReceiverContext<>(
                                    (carrier, name) ->
                                            carrier.getMetaData().get(name) instanceof String value ? value : null,
                                    Kind.CONSUMER);
                            context.setCarrier(message);
                            return context;
                        },
                        registry)
                .contextualName(processor + " " + message.getPayloadType().getSimpleName())
                .lowCardinalityKeyValue("processor", processor)
                .lowCardinalityKeyValue("event", message.getPayloadType().getSimpleName())
                .highCardinalityKeyValue(
                        "aggregate",
                        message.getPayload() instanceof DomainEvent event
                                ? event.id().value()
                                : "none")
                .observeChecked(handling::call);
    }
}
