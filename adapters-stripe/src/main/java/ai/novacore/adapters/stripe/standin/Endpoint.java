package ai.novacore.adapters.stripe.standin;

import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/** Signs a payload as Stripe does and posts it. */
final class Endpoint implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String secret;
    private final InstantSource clock;

    /** @param clock real time: a receiver compares the signature's time with its own clock, wherever ours was moved */
    Endpoint(String secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    boolean accepts(URI target, String payload) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (local stand-in)")
                .header("Stripe-Signature", signature(payload))
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException e) {
            return false;
        }
    }

    private String signature(String payload) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    payload, secret, clock.instant().getEpochSecond());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
