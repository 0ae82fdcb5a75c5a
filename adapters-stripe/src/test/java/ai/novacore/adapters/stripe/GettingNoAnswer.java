package ai.novacore.adapters.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can come instead of an answer of Stripe's. The time limits are for what would otherwise never end. */
@Timeout(60)
class GettingNoAnswer {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final String CHARGE = "{\"id\":\"ch_1\",\"object\":\"charge\",\"customer\":\"cus_1\"}";
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofHours(1);

    private final StripeSettings settings = StripeExample.settings(SERVER.baseUrl());

    @Test
    void givesUpWhenNothingIsSaid() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            StripeSettings there = StripeExample.settings("http://127.0.0.1:" + silent.getLocalPort());

            assertThat(failure(there.withTimeouts(LONG, SHORT, LONG))).hasMessageContaining("no answer in time");
        }
    }

    @Test
    void givesUpAsAWholeHoweverOftenItIsTried() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            StripeSettings there = StripeExample.settings("http://127.0.0.1:" + silent.getLocalPort())
                    .withRetries(1_000_000);

            assertThat(failure(there.withTimeouts(LONG, SHORT, Duration.ofSeconds(3))))
                    .hasMessageContaining("no answer in time");
        }
    }

    @Test
    void givesUpOnAnAnswerThatDribbles() {
        answering(okJson(CHARGE).withChunkedDribbleDelay(CHARGE.length(), 120_000));

        assertThat(failure(settings.withTimeouts(LONG, Duration.ofSeconds(3), LONG)))
                .hasMessageContaining("no answer in time");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void failsAtABrokenAnswer(Fault fault) {
        answering(aResponse().withFault(fault));

        assertThat(failure(settings)).hasMessageContaining("Stripe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "[]", "null", "{", "\"text\"", "{}", "{\"error\":\"text\"}", "{\"error\":{}}"})
    void failsAtAnAnswerOfSomebodyElse(String body) {
        answering(aResponse().withStatus(502).withBody(body));
        assertThat(failure(settings)).hasMessageContaining("Stripe");

        answering(aResponse().withStatus(404).withBody(body));
        assertThat(failure(settings)).hasMessageContaining("Stripe");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void isNotLedAway(int status) {
        answering(aResponse().withStatus(status).withHeader("Location", SERVER.baseUrl() + "/elsewhere"));

        assertThat(failure(settings)).hasMessageContaining("redirected");
        SERVER.verify(0, anyRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500, 503})
    void asksAgainWhenItFailed(int status) {
        SERVER.stubFor(any(anyUrl())
                .inScenario("again")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("well")
                .willReturn(aResponse().withStatus(status).withBody("{\"error\":{\"type\":\"api_error\"}}")));
        SERVER.stubFor(
                any(anyUrl()).inScenario("again").whenScenarioStateIs("well").willReturn(okJson(CHARGE)));

        assertThat(StripeExample.gateway(settings.withRetries(1)).customerOfCharge("ch_1"))
                .contains("cus_1");
    }

    @Test
    void asksAgainWhenTheConnectionBroke() {
        SERVER.stubFor(any(anyUrl())
                .inScenario("broken")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("well")
                .willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        SERVER.stubFor(
                any(anyUrl()).inScenario("broken").whenScenarioStateIs("well").willReturn(okJson(CHARGE)));

        assertThat(StripeExample.gateway(settings.withRetries(1)).customerOfCharge("ch_1"))
                .contains("cus_1");
    }

    @Test
    void namesTheRequestAndNothingPersonal() {
        answering(aResponse().withStatus(400).withHeader("Request-Id", "req_1").withBody("""
                        {"error":{"type":"invalid_request_error","code":"email_invalid",
                        "message":"Invalid email address: ada@example.org, key sk_test_secret"}}"""));

        assertThat(failure(settings))
                .hasMessage("Stripe answered 400: type invalid_request_error, code email_invalid, request req_1")
                .hasNoCause();
    }

    @Test
    void quotesNothingThatIsNoName() {
        answering(aResponse()
                .withStatus(400)
                .withHeader("Request-Id", "ada@example.org")
                .withBody("{\"error\":{\"type\":\"ada@example.org\",\"code\":\"a b\",\"message\":\"No.\"}}"));

        assertThat(failure(settings)).hasMessage("Stripe answered 400: type none, code none, request none");
    }

    private static PaymentFailure failure(StripeSettings settings) {
        return catchThrowableOfType(
                PaymentFailure.class, () -> StripeExample.gateway(settings).customerOfCharge("ch_1"));
    }

    private static void answering(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }
}
