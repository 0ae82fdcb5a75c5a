package ai.novacore.adapters.ollama;

import ai.novacore.application.shared.ModelNames;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A circuit breaker for each model. Of its last 20 answers, at least 10, 60 % failed: it opens for 5 seconds, then two
 * answers are tried, and when both are good it closes again. Each model has its own, because one that is too large for the
 * machine fails on its own. Safe for use by many threads.
 */
public final class ModelBreakers {
    /** Shared by the models beyond those that are told apart. */
    private static final String OTHERS = "others";

    private static final List<State> STATES = List.of(State.CLOSED, State.OPEN, State.HALF_OPEN);

    private final CircuitBreakerConfig config;
    private final MeterRegistry meters;
    private final ModelNames names = new ModelNames();
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    public ModelBreakers(Clock clock, MeterRegistry meters) {
        this.meters = meters;
        config = CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(60)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(2)
                .writableStackTraceEnabled(false)
                .clock(clock)
                .build();
    }

    CircuitBreaker of(String model) {
        boolean toldApart = names.isNew(model) || names.isKnown(model);
        return breakers.computeIfAbsent(toldApart ? model : OTHERS, this::measured);
    }

    /** How it is with the model: {@code closed} (it is asked), {@code open} (it is not) or {@code half_open}. */
    public String state(String model) {
        return label(of(model).getState());
    }

    /** Whether the model is not asked for a while. */
    public boolean isOpen(String model) {
        return of(model).getState() == State.OPEN;
    }

    private CircuitBreaker measured(String model) {
        CircuitBreaker breaker = CircuitBreaker.of(model, config);
        for (State state : STATES) {
            Gauge.builder("model.circuit.breaker", breaker, b -> b.getState() == state ? 1 : 0)
                    .description("1 for the state that the circuit breaker of the model is in")
                    .tags("model", model, "state", label(state))
                    .strongReference(true)
                    .register(meters);
        }
        return breaker;
    }

    private static String label(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
