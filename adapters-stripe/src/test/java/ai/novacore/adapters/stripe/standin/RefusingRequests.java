package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusingRequests {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void fromLiveKeys() {
        assertThatThrownBy(() -> Stage.client("sk_live_of_the_test", stage.standIn)
                        .v1()
                        .customers()
                        .list())
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void forWhatIsNotThere() {
        assertThatThrownBy(() -> stage.stripe.v1().customers().retrieve("cus_unknown"))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(404);
                    assertThat(e.getCode()).isEqualTo("resource_missing");
                    assertThat(e.getUserMessage()).isEqualTo("No such customer: 'cus_unknown'");
                    assertThat(e.getRequestId()).startsWith("req_");
                });
        assertThatThrownBy(() -> stage.session("cus_unknown", Stage.PRO))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getParam()).isEqualTo("customer"));
        assertThatThrownBy(() -> stage.stripe.v1().balance().retrieve())
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(404));
    }

    @Test
    void withoutWhatTheyNeed() throws StripeException {
        String customer = stage.customer().getId();

        assertThatThrownBy(() -> stage.stripe
                        .v1()
                        .checkout()
                        .sessions()
                        .create(SessionCreateParams.builder()
                                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                                .setCustomer(customer)
                                .build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getCode()).isEqualTo("parameter_missing"));
        assertThatThrownBy(() -> stage.session(customer, "price_unknown"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(404));
    }

    @Test
    void thatUseAKeyForSomethingElse() throws StripeException {
        RequestOptions key = RequestOptions.builder().setIdempotencyKey("key-1").build();
        stage.stripe
                .v1()
                .customers()
                .create(CustomerCreateParams.builder().setName("A").build(), key);

        assertThatThrownBy(() -> stage.stripe
                        .v1()
                        .customers()
                        .create(CustomerCreateParams.builder().setName("B").build(), key))
                .isInstanceOf(IdempotencyException.class);
    }

    @Test
    void isNotWhatARepeatedRequestGets() throws StripeException {
        RequestOptions key = RequestOptions.builder().setIdempotencyKey("key-1").build();
        CustomerCreateParams params =
                CustomerCreateParams.builder().setName("A").build();

        Customer first = stage.stripe.v1().customers().create(params, key);
        Customer second = stage.stripe.v1().customers().create(params, key);

        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(stage.happened()).containsExactly("customer.created");
    }

    @Test
    void isNotWhatManyAtOnceGet() throws StripeException, InterruptedException, ExecutionException {
        RequestOptions key = RequestOptions.builder().setIdempotencyKey("key-1").build();
        CustomerCreateParams params =
                CustomerCreateParams.builder().setName("A").build();
        Set<String> ids = new HashSet<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Customer>> answers = Stream.generate(() ->
                            threads.submit(() -> stage.stripe.v1().customers().create(params, key)))
                    .limit(20)
                    .toList();
            for (Future<Customer> answer : answers) {
                ids.add(answer.get().getId());
            }
        }

        assertThat(ids).hasSize(1);
        assertThat(stage.happened()).containsExactly("customer.created");
    }

    @Test
    void inStripesShapeAndWithItsHeaders() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(stage.standIn.apiBase() + "/v1/customers");
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Stripe-Version", "2026-01-01.test")
                            .build(),
                    BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body()).startsWith("{\"error\":{\"type\":\"invalid_request_error\"");
            assertThat(response.headers().firstValue("Stripe-Version")).contains("2026-01-01.test");
            assertThat(response.headers().firstValue("Date")).isPresent();
            assertThat(response.headers().firstValue("Request-Id")).isPresent();
        }
    }

    @Test
    void withABodyThatIsNoForm() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(stage.standIn.apiBase() + "/v1/customers"))
                            .header("Authorization", "Bearer sk_test_x")
                            .POST(HttpRequest.BodyPublishers.ofString("name=%zz"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(400);
        }
    }
}
