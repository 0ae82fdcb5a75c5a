package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingPages {
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

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static HttpRequest.Builder post(URI address, String form) {
        return HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(form));
    }

    @Test
    void goesOnlyToThisMachine() {
        assertThat(stage.standIn.apiBase().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void letsABrowserBuy() throws StripeException, IOException, InterruptedException {
        Session session = stage.session(stage.customer().getId(), Stage.PRO);
        URI page = URI.create(session.getUrl());

        HttpResponse<String> shown = send(HttpRequest.newBuilder(page));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Security-Policy")).contains(StandInPages.POLICY);
        HttpResponse<String> refused = send(post(page, "cardNumber=4000+0000+0000+0002&billingName=J"));
        assertThat(refused.statusCode()).isEqualTo(422);
        HttpResponse<String> bought = send(post(page, "cardNumber=4242+4242+4242+4242&billingName=J"));
        assertThat(bought.statusCode()).isEqualTo(303);
        assertThat(bought.headers().firstValue("Location"))
                .contains("http://localhost/back?session=" + session.getId());
    }

    @Test
    void showsTheControlPageAndThePortal() throws StripeException, IOException, InterruptedException {
        HttpResponse<String> control =
                send(HttpRequest.newBuilder(URI.create(stage.standIn.apiBase() + "/dev/stripe")));
        assertThat(control.body()).contains("Switches");
        HttpResponse<String> moved = send(post(URI.create(stage.standIn.apiBase() + "/dev/stripe"), "action=day"));
        assertThat(moved.headers().firstValue("Location")).contains("/dev/stripe");
        HttpResponse<String> unknown =
                send(HttpRequest.newBuilder(URI.create(stage.standIn.apiBase() + "/dev/stripe/portal/bps_x")));
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    @Test
    void namesTheProductsAddressWhereItHasOne() throws StripeException {
        stage.standIn.publicAt(URI.create("http://localhost:8080/"));

        Session session = stage.session(stage.customer().getId(), Stage.PRO);

        assertThat(session.getUrl()).isEqualTo("http://localhost:8080/dev/stripe/checkout/" + session.getId());
    }
}
