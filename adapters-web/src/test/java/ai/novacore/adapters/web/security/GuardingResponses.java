package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardingResponses {

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/auth/me", "/api/usage/quota", "/nothing"})
    void setsTheHeadersEverywhere(String path) {
        Reply reply = Http.strangerInProduction().get(path);

        assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=31536000 ; includeSubDomains");
        assertThat(reply.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void asksForNoHttpsWhereThereIsNone() {
        assertThat(Http.stranger().get("/health").header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void letsNoForeignPageIn() {
        Reply preflight = Http.stranger()
                .send(
                        "OPTIONS",
                        "/auth/login",
                        BodyPublishers.noBody(),
                        "Origin",
                        "https://evil.example",
                        "Access-Control-Request-Method",
                        "POST");

        assertThat(preflight.refusal()).isEqualTo("403 forbidden");
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(Http.anna().get("/auth/me", "Origin", "https://evil.example").refusal())
                .isEqualTo("403 forbidden");
    }

    @Test
    void letsItsOwnPagesInAlsoBehindAProxy() {
        Reply reply = Http.anna().get("/auth/me", "Origin", "http://nova.test");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/mailbox", "/dev/mailbox/messages", "/dev/events"})
    void hasNoDeveloperPagesInProduction(String path) {
        assertThat(Http.strangerInProduction().get(path).refusal()).isEqualTo("401 token_missing");
    }

    @Test
    void publishesNothingUnasked() {
        assertThat(Http.stranger().get("/.well-known/oauth-protected-resource").status())
                .isEqualTo(401);
    }
}
