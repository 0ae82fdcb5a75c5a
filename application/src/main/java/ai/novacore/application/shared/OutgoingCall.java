package ai.novacore.application.shared;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * An HTTP request to a service outside, as it is measured ({@code http_client_requests_seconds}) and traced: who is asked for
 * what, how that ended, and nothing of what was said. Safe for use by many threads.
 */
public final class OutgoingCall {
    public static final String NAME = "http.client.requests";
    public static final String CLIENT = "client";
    public static final String OPERATION = "operation";
    public static final String OUTCOME = "outcome";

    private final Observation observation;
    private final AtomicBoolean over = new AtomicBoolean();

    /** How a call ends. */
    public enum Outcome {
        SUCCESS,
        REDIRECTED,
        CLIENT_ERROR,
        SERVER_ERROR,
        /** No status came, or not in time. */
        UNANSWERED,
        /** A good status came, and then not all of the answer. */
        BROKEN,
        /** Nobody wanted the answer any more. */
        CANCELLED;

        public static Outcome of(int status) {
            return switch (status / 100) {
                case 2 -> SUCCESS;
                case 3 -> REDIRECTED;
                case 4 -> CLIENT_ERROR;
                default -> SERVER_ERROR;
            };
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private OutgoingCall(Observation observation) {
        this.observation = observation;
    }

    /**
     * Begins now.
     *
     * @param client who is asked
     * @param operation what for; one of a few words
     * @param headers takes what ties the other side's trace to ours, by name and value
     */
    public static OutgoingCall begin(
            ObservationRegistry registry, String client, String operation, BiConsumer<String, String> headers) {
        return new OutgoingCall(Observation.createNotStarted(
                        NAME,
                        () -> {
                            SenderContext<BiConsumer<String, String>> context = new SenderContext<>(
                                    (carrier, name, value) -> {
                                        if (carrier != null) {
                                            carrier.accept(name, value);
                                        }
                                    },
                                    Kind.CLIENT);
                            context.setCarrier(headers);
                            context.setRemoteServiceName(client);
                            return context;
                        },
                        registry)
                .contextualName(client + " " + operation)
                .lowCardinalityKeyValue(CLIENT, client)
                .lowCardinalityKeyValue(OPERATION, operation)
                .start());
    }

    /** Ends; nothing to do when it has ended. */
    public void end(Outcome outcome) {
        if (over.compareAndSet(false, true)) {
            observation.lowCardinalityKeyValue(OUTCOME, outcome.label()).stop();
        }
    }
}
