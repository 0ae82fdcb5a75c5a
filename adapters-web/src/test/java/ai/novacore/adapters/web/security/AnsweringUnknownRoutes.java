package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweringUnknownRoutes {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/api/nothing",
                "/auth/me/more",
                "/api/memory/memories/mem_1/nothing",
                "/error",
                "/index.html",
                "/favicon.ico",
                "/webjars/x.js",
                "/.env",
                "/actuator/env",
                "/auth/%6De"
            })
    void areNotThereForAnybody(String path) {
        String expected = path.contains("%6De") ? "401 token_missing" : "404 not_found";
        Reply stranger = Http.stranger().get(path);

        assertThat(stranger.refusal()).isEqualTo(expected);
        assertThat(stranger.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(stranger.header("X-Correlation-ID")).isNotEmpty();
        if (expected.startsWith("404")) {
            assertThat(Http.anna().get(path).refusal()).isEqualTo(expected);
            assertThat(Http.withToken("stale").get(path).refusal()).isEqualTo(expected);
            assertThat(Http.stranger().post(path, "{}").refusal()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/me",
                "/api/memory/memories",
                "/api/memory/memories/mem_1",
                "/api/intelligence/chat",
                "/auth/me/"
            })
    void areNotMistakenForClosedOnes(String path) {
        assertThat(Http.stranger().get(path).status()).isEqualTo(path.endsWith("/") ? 404 : 401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/memory/memories|GET, HEAD, OPTIONS, POST",
                "/auth/login|OPTIONS, POST",
                "/health|GET, HEAD, OPTIONS",
                "/api/memory/memories/mem_1|DELETE, GET, HEAD, OPTIONS, PATCH",
            })
    void tellWhichMethodsThereAre(String path, String allowed) {
        for (String method : new String[] {"TRACE", "BREW", "get", "PROPFIND"}) {
            String raw = Http.raw(method + " " + path
                    + " HTTP/1.1\r\nHost: x\r\nX-Secret: plum-cake-for-eva\r\nX-Correlation-ID: my-request-1\r\n"
                    + "Connection: close\r\n\r\n");

            assertThat(raw).as(method + " " + path).startsWith("HTTP/1.1 405");
            assertThat(raw)
                    .contains("Allow: " + allowed, "X-Correlation-ID: my-request-1", "\"method_not_allowed\"")
                    .doesNotContain("plum-cake");
        }
    }

    @Test
    void areNotThereByOddMethodsEither() {
        assertThat(Http.raw("TRACE /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("X-Correlation-ID: ");
    }

    @Test
    void doNotTellMembersAnythingElseByAWrongMethod() {
        Reply reply = Http.anna().send("DELETE", "/health", BodyPublishers.noBody());

        assertThat(reply.refusal()).isEqualTo("405 method_not_allowed");
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
}
