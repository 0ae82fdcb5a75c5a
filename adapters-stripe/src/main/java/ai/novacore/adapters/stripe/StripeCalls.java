package ai.novacore.adapters.stripe;

import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import com.stripe.exception.StripeException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What every call to Stripe goes through: at most 8 are under way, each ends in time, and none is made for 15 seconds after
 * half of the last 10, at least 5, found no Stripe that works. Then two are tried. Safe for use by many threads.
 */
final class StripeCalls {
    private static final int AT_ONCE = 8;

    private static final Duration PAUSE = Duration.ofSeconds(15);

    private static final Duration QUEUEING = Duration.ofSeconds(5);

    private static final List<State> STATES = List.of(State.CLOSED, State.OPEN, State.HALF_OPEN);

    /** Something that Stripe is asked, in one request or several. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws StripeException;
    }

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final CircuitBreaker breaker;
    private final Duration limit;
    private final Clock clock;
    private volatile Instant closedUntil = Instant.MIN;

    StripeCalls(Duration limit, Clock clock, MeterRegistry meters) {
        this.limit = limit;
        this.clock = clock;
        breaker = CircuitBreaker.of(
                "stripe",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(PAUSE)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .recordException(StripeTrouble::isOfTheService)
                        .ignoreException(StripeTrouble::isOurs)
                        .writableStackTraceEnabled(false)
                        .clock(clock)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == State.OPEN) {
                closedUntil = clock.instant().plus(PAUSE);
            }
        });
        for (State state : STATES) {
            Gauge.builder("stripe.circuit.breaker", breaker, b -> b.getState() == state ? 1 : 0)
                    .description("1 for the state that the circuit breaker of Stripe is in")
                    .tags("state", state.name().toLowerCase(Locale.ROOT))
                    .strongReference(true)
                    .register(meters);
        }
    }

    /** Whether a call would be made now, if there is a place. */
    boolean isPermitted() {
        return breaker.getState() != State.OPEN || !clock.instant().isBefore(closedUntil);
    }

    /** @throws PaymentFailure when it is not known to have been done */
    <T> T make(Call<T> call) {
        Deadline deadline = Deadline.in(limit);
        takeAPlace();
        try {
            return deadline.keeping(() -> breaker.executeCallable(call::make));
        } catch (PaymentFailure failure) {
            throw failure;
        } catch (CallNotPermittedException e) {
            throw new PaymentFailure("Stripe failed too often just now; it is not asked for some seconds", null);
        } catch (Exception e) {
            throw StripeTrouble.failure(e);
        } finally {
            places.release();
        }
    }

    private void takeAPlace() {
        try {
            if (!places.tryAcquire(Math.min(QUEUEING.toNanos(), limit.toNanos()), TimeUnit.NANOSECONDS)) {
                throw new PaymentFailure("too many calls to Stripe are under way", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PaymentFailure("interrupted before Stripe was asked", null);
        }
    }
}
