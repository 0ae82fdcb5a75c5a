package ai.novacore.adapters.stripe;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.PaymentGateway.UnknownPrice;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SparingStripe {
    private final ManualClock clock = new ManualClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StripeCalls calls = new StripeCalls(Duration.ofHours(1), clock, meters);
    private final AtomicInteger made = new AtomicInteger();

    static List<Exception> troubles() {
        return List.of(
                new ApiConnectionException("no answer in time", null),
                new ApiException("down", "req_1", null, 503, null),
                new ApiException("no JSON", "req_1", null, 200, null),
                new RateLimitException("slow down", null, "req_1", null, 429, null),
                new NullPointerException());
    }

    static List<Exception> refusals() {
        return List.of(
                new InvalidRequestException("no", null, "req_1", "resource_missing", 404, null),
                new ApiException("conflict", "req_1", null, 409, null),
                new UnknownPrice("price_1"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void asksNoMoreAfterTroubles(Exception trouble) {
        repeat(5, trouble);

        assertThat(state("open")).isOne();
        assertThatThrownBy(this::succeed).isInstanceOf(PaymentFailure.class).hasMessageContaining("not asked");
        assertThat(made).hasValue(5);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void goesOnAfterRefusals(Exception refusal) {
        repeat(20, refusal);

        assertThat(state("closed")).isOne();
        assertThat(succeed()).isEqualTo("done");
    }

    @Test
    void asksAgainAfterAWhile() {
        repeat(5, troubles().getFirst());
        clock.advance(Duration.ofSeconds(16));

        assertThat(succeed()).isEqualTo("done");
        assertThat(state("half_open")).isOne();
        assertThat(succeed()).isEqualTo("done");
        assertThat(state("closed")).isOne();
        assertThat(state("open")).isZero();
    }

    @Test
    @Timeout(60)
    void asksNoMoreThanEightThingsAtOnce() throws InterruptedException {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch answer = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                threads.execute(() -> calls.make(() -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    awaitQuietly(answer);
                    return underWay.decrementAndGet();
                }));
            }
            await().atMost(30, SECONDS).until(() -> underWay.get() >= 8);
            answer.countDown();
        }
        assertThat(most).hasValue(8);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(int times, Exception trouble) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> calls.make(() -> failing(trouble))).isInstanceOf(PaymentFailure.class);
        }
    }

    private String failing(Exception trouble) throws StripeException {
        made.incrementAndGet();
        switch (trouble) {
            case StripeException ofStripe -> throw ofStripe;
            case RuntimeException other -> throw other;
            default -> throw new IllegalStateException(trouble);
        }
    }

    private String succeed() {
        return calls.make(() -> {
            made.incrementAndGet();
            return "done";
        });
    }

    private double state(String state) {
        return meters.get("stripe.circuit.breaker").tag("state", state).gauge().value();
    }
}
