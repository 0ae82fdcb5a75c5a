package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.shared.OutgoingCall;
import ai.novacore.application.shared.OutgoingCall.Outcome;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, read by one thread while any other may stop it.
 *
 * <p>Whatever happens on the wire becomes a signal in a queue, so that the reader waits in one place for all of it:
 * status, bytes, end, failure, stop. The next bytes are asked for when the last ones are taken, so a slow reader holds
 * no more than one batch in memory and his time does not count as silence of the server.
 */
final class OllamaExchange implements AutoCloseable {

    private sealed interface Signal {
        record Head(int status) implements Signal {}

        record Bytes(List<ByteBuffer> buffers) implements Signal {}

        record Broken(Throwable cause) implements Signal {}

        record End() implements Signal {}
    }

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final long idleNanos;
    private volatile long deadline;
    private final CompletableFuture<?> response;
    private volatile @Nullable Subscription body;
    private volatile boolean stopped;
    private final OutgoingCall call;
    private volatile int status;
    private volatile boolean broken;

    /** Sends at once. */
    OllamaExchange(HttpClient client, HttpRequest request, Duration idle, Duration total, OutgoingCall call) {
        this.call = call;
        idleNanos = idle.toNanos();
        deadline = System.nanoTime() + total.toNanos();
        response = client.sendAsync(request, head -> {
            signals.add(new Signal.Head(head.statusCode()));
            return new Body();
        });
        var _ = response.whenComplete((_, failure) -> {
            if (failure != null) {
                signals.add(new Signal.Broken(failure));
            }
        });
    }

    /** Waits for the status; 0 when stopped before. */
    int status() {
        status = next() instanceof Signal.Head(int head) ? head : 0;
        return status;
    }

    /** Waits for the next bytes; empty at the end or when stopped. To be called after {@link #status()}. */
    List<ByteBuffer> read() {
        if (next() instanceof Signal.Bytes(List<ByteBuffer> buffers)) {
            Subscription subscription = body;
            if (subscription != null) {
                subscription.request(1);
            }
            return buffers;
        }
        return List.of();
    }

    /** Everything that is left, within the time. */
    byte[] readAll(int longest, Duration within) {
        deadline = Math.min(deadline, System.nanoTime() + within.toNanos());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (List<ByteBuffer> bytes = read(); !bytes.isEmpty(); bytes = read()) {
            for (ByteBuffer buffer : bytes) {
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                all.writeBytes(part);
            }
            if (all.size() > longest) {
                throw new ModelFailure(Kind.FAILED, "Ollama's reply is too long");
            }
        }
        return all.toByteArray();
    }

    boolean isStopped() {
        return stopped;
    }

    /** Closes the connection and wakes the reader, from any thread. */
    void stop() {
        stopped = true;
        signals.add(new Signal.End());
        close();
    }

    @Override
    public void close() {
        call.end(outcome());
        response.cancel(true);
        Subscription subscription = body;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    /** What a reader has not waited for has come to its end as far as they are concerned. */
    private Outcome outcome() {
        if (stopped) {
            return Outcome.CANCELLED;
        }
        if (status == 0) {
            return Outcome.UNANSWERED;
        }
        return broken ? Outcome.BROKEN : Outcome.of(status);
    }

    private Signal next() {
        long left = deadline - System.nanoTime();
        Signal signal;
        try {
            signal = signals.poll(Math.min(idleNanos, left), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.FAILED, "the wait for Ollama was interrupted", e);
        }
        if (stopped) {
            return new Signal.End();
        }
        if (signal == null || left <= 0) {
            broken = true;
            String limit = idleNanos < left ? "said nothing for " + Duration.ofNanos(idleNanos) : "ran out of time";
            throw new ModelFailure(Kind.TIMEOUT, "Ollama " + limit);
        }
        if (signal instanceof Signal.Broken(Throwable cause)) {
            broken = true;
            throw failure(cause);
        }
        return signal;
    }

    static ModelFailure failure(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return switch (cause) {
            case HttpConnectTimeoutException e ->
                new ModelFailure(Kind.UNAVAILABLE, "Ollama took too long to accept a connection", e);
            case ConnectException e -> new ModelFailure(Kind.UNAVAILABLE, "nothing answers where Ollama should run", e);
            default -> new ModelFailure(Kind.FAILED, "the connection to Ollama broke", cause);
        };
    }

    private final class Body implements BodySubscriber<Boolean> {
        private final CompletableFuture<Boolean> whole = new CompletableFuture<>();

        @Override
        public CompletionStage<Boolean> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            body = subscription;
            if (stopped) {
                subscription.cancel();
            } else {
                subscription.request(1);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            signals.add(new Signal.Bytes(buffers));
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            signals.add(new Signal.End());
            whole.complete(true);
        }
    }
}
