package ai.novacore.adapters.stripe;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.OutgoingCall;
import ai.novacore.application.shared.OutgoingCall.Outcome;
import com.stripe.Stripe;
import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Carries the requests of Stripe's client. Its own transport follows redirects wherever they lead, limits the time between
 * two bytes and not that of an answer, and tells Stripe about the machine: this one does not.
 *
 * <p>Whatever failed on the way is repeated by the client, unless the call has no time left for that: each request can be
 * sent twice, because those that change something carry an idempotency key of their own or the client's.
 */
final class StripeTransport extends com.stripe.net.HttpClient {
    /** Far above a page of a hundred subscriptions with their invoices. */
    private static final long LONGEST_ANSWER = 16L << 20;

    /** Above the longest pause that the client makes between two of three tries. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final String CLIENT = "stripe";
    private static final Set<String> OPERATIONS = Set.of(
            "billing_portal", "charges", "checkout", "customers", "events", "invoices", "prices", "subscriptions");
    private static final String USER_AGENT = "Stripe/v1 JavaBindings/" + Stripe.VERSION + " NovaCoreAI";

    private final HttpClient client;
    private final Duration limit;
    private final ObservationRegistry observations;

    StripeTransport(StripeSettings settings, ObservationRegistry observations) {
        this.observations = observations;
        limit = settings.readTimeout();
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        Duration time = Deadline.left(limit);
        if (!time.isPositive()) {
            throw new ApiConnectionException("no time is left for the call", null);
        }
        HttpRequest.Builder outgoing = httpRequest(request);
        OutgoingCall call =
                OutgoingCall.begin(observations, CLIENT, operation(request.url().getPath()), outgoing::setHeader);
        HttpResponse<byte[]> answer;
        try {
            answer = exchange(outgoing.build(), time);
            call.end(Outcome.of(answer.statusCode()));
        } finally {
            call.end(Outcome.UNANSWERED);
        }
        if (answer.statusCode() / 100 == 3) {
            throw new ApiConnectionException("it was redirected", null);
        }
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        if (!isTimeForAnother()) {
            headers.put("Stripe-Should-Retry", List.of("false"));
        }
        return new StripeResponse(
                answer.statusCode(), HttpHeaders.of(headers), new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder httpRequest(StripeRequest request) {
        BodyPublisher body = request.content() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(request.content().byteArrayContent());
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create(request.url().toString()))
                .method(request.method().name(), body);
        request.headers().map().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        if (request.content() != null) {
            builder.setHeader("Content-Type", request.content().contentType());
        }
        String correlation = Correlation.current().id();
        if (CORRELATION_ID.matcher(correlation).matches()) {
            builder.setHeader("X-Correlation-ID", correlation);
        }
        return builder.setHeader("User-Agent", USER_AGENT);
    }

    /** The first name behind the version: what is asked about, not which one. */
    private static String operation(String path) {
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            if (parts[i].equals("v1") && OPERATIONS.contains(parts[i + 1])) {
                return parts[i + 1];
            }
        }
        return "other";
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, Duration time) throws ApiConnectionException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException e) {
            throw failed("no answer in time");
        } catch (ExecutionException e) {
            throw failed(reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** The kind of failure only: its message may quote what was sent. */
    private static String reason(@Nullable Throwable cause) {
        return cause instanceof IOException ? cause.getClass().getSimpleName() : "it failed unexpectedly";
    }

    private static ApiConnectionException failed(String reason) {
        // The client repeats what has this cause.
        return new ApiConnectionException(reason, isTimeForAnother() ? new ConnectException(reason) : null);
    }

    private static boolean isTimeForAnother() {
        return Deadline.left(PAUSE).compareTo(PAUSE) >= 0;
    }
}
