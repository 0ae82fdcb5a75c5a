package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gets Ollama to begin an answer. As long as it has not begun, asking again does no harm: a refused or reset connection
 * and the statuses 500, 502, 503 and 504 are tried twice more, after about 100 and 400 ms. Never after a time-out: the
 * model may be at work still.
 */
final class OllamaOpening {
    private static final int ATTEMPTS = 3;
    private static final int LONGEST_EXPLANATION = 1 << 16;
    private static final Duration PATIENCE_FOR_EXPLANATION = Duration.ofSeconds(2);
    private static final IntervalFunction PAUSE =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(100), 4, 0.5);

    private final OllamaHttp http;
    private final OllamaSettings settings;

    OllamaOpening(OllamaHttp http, OllamaSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** An exchange whose status is 200; null when cancelled before. */
    @Nullable OllamaExchange open(String path, ObjectNode request, Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        cancellation.onCancel(cancelled::countDown);
        long begun = System.nanoTime();
        for (int attempt = 1; true; attempt++) {
            Duration left = settings.totalTimeout().minusNanos(System.nanoTime() - begun);
            OllamaExchange exchange = http.send(path, request, settings.idleTimeout(), left);
            cancellation.onCancel(exchange::stop);
            ModelFailure failure;
            boolean mayPass;
            try {
                int status = exchange.status();
                if (exchange.isStopped()) {
                    return null;
                }
                if (status == 200) {
                    return exchange;
                }
                failure = OllamaRefusal.of(status, request.path("model").asString(""), explanation(exchange));
                mayPass = OllamaRefusal.mayPass(status);
            } catch (ModelFailure e) {
                failure = e;
                mayPass = isBrokenConnection(e);
            }
            exchange.close();
            if (!mayPass || attempt == ATTEMPTS) {
                throw failure;
            }
            if (pause(attempt, cancelled)) {
                return null;
            }
        }
    }

    /** Whether it was cancelled. */
    private static boolean pause(int attempt, CountDownLatch cancelled) {
        try {
            return cancelled.await(PAUSE.apply(attempt), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.FAILED, "the wait for Ollama was interrupted", e);
        }
    }

    private static byte[] explanation(OllamaExchange exchange) {
        try {
            return exchange.readAll(LONGEST_EXPLANATION, PATIENCE_FOR_EXPLANATION);
        } catch (ModelFailure e) {
            return new byte[0];
        }
    }

    private static boolean isBrokenConnection(ModelFailure failure) {
        return failure.getCause() instanceof IOException cause
                && !(cause instanceof HttpTimeoutException)
                && !(cause instanceof ProtocolException);
    }
}
