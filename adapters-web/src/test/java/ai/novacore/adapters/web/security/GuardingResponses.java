package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
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
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/me",
                "/api/usage/quota",
                "/api/usage/ledger",
                "/api/memory/memories",
                "/api/memory/stats",
                "/api/memory/search?q=cats",
                "/api/intelligence/conversations",
                "/api/intelligence/models"
            })
    void letsNobodyKeepWhatIsPersonal(String path) {
        Reply reply = Http.anna().get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void letsNobodyKeepAnAnswerThatIsStreamed() {
        Reply reply = Http.anna().post("/api/intelligence/chat", "{\"message\":\"Hi\"}", "Accept", "text/event-stream");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void letsPagesOfNamedOriginsInAndReadTheHeaders() {
        Reply preflight = Http.stranger()
                .send(
                        "OPTIONS",
                        "/api/intelligence/chat",
                        BodyPublishers.noBody(),
                        "Origin",
                        TestServer.FRIEND,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization, content-type, idempotency-key");
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(TestServer.FRIEND);
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();

        Reply reply = Http.anna().get("/auth/me", "Origin", TestServer.FRIEND);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(TestServer.FRIEND);
        assertThat(reply.response()
                        .headers()
                        .allValues("Access-Control-Expose-Headers")
                        .toString())
                .contains(
                        "X-Correlation-ID",
                        "Retry-After",
                        "RateLimit-Limit",
                        "RateLimit-Remaining",
                        "RateLimit-Reset",
                        "RateLimit-Policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://friend.example.evil.example",
                "http://friend.example",
                "https://friend.example:444"
            })
    void takesNoOriginForANamedOneThatIsOnlyLikeIt(String origin) {
        assertThat(Http.anna().get("/auth/me", "Origin", origin).refusal()).isEqualTo("403 forbidden");
    }

    @Test
    void asksForHttpsWhetherOrNotAProxyIsInFront() {
        assertThat(Http.stranger().get("/health").header("Strict-Transport-Security"))
                .startsWith("max-age=31536000");
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
        assertThat(Http.strangerInProduction().get(path).refusal()).isEqualTo("404 not_found");
    }

    @Test
    void publishesNothingUnasked() {
        assertThat(Http.stranger().get("/.well-known/oauth-protected-resource").status())
                .isEqualTo(404);
    }
}
