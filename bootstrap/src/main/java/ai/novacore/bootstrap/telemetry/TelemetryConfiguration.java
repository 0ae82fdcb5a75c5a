package ai.novacore.bootstrap.telemetry;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.OutgoingCall;
import ai.novacore.application.shared.OutgoingCall.Outcome;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.List;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds for all metrics. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {
    private static final Map<String, List<String>> CALLS =
            Map.of("ollama", List.of("chat"), "stripe", List.of("checkout", "subscriptions"));

    @Bean
    MeterFilter buckets() {
        return new Buckets();
    }

    /** Statements that belong to nothing that is traced, such as those of looking for work, are no traces of their own. */
    @Bean
    ObservationPredicate statementsOfTraces() {
        ObservationThreadLocalAccessor current = new ObservationThreadLocalAccessor();
        return (name, _) -> !name.startsWith("jdbc") || current.getValue() != null;
    }

    /** Ties traces to the log. */
    @Bean
    ObservationFilter correlationOfTraces() {
        return context -> {
            String id = MDC.get(Correlation.ID_FIELD);
            return id == null ? context : context.addHighCardinalityKeyValue(KeyValue.of(Correlation.ID_FIELD, id));
        };
    }

    /** Calls that fail seldom are watched before the first that does. The label {@code error} comes with each observation. */
    @Bean
    MeterBinder outgoingCalls() {
        return registry -> CALLS.forEach((client, operations) -> {
            for (String operation : operations) {
                for (Outcome outcome : List.of(Outcome.SUCCESS, Outcome.SERVER_ERROR, Outcome.UNANSWERED)) {
                    Timer.builder(OutgoingCall.NAME)
                            .description("requests to services outside")
                            .tags(OutgoingCall.CLIENT, client, OutgoingCall.OPERATION, operation)
                            .tags(OutgoingCall.OUTCOME, outcome.label(), "error", "none")
                            .register(registry);
                }
            }
        });
    }
}
