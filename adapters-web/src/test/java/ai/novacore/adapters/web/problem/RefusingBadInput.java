package ai.novacore.adapters.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingBadInput {
    private static final String CHAT = "/api/intelligence/chat";

    @Test
    void saysEverythingThatAProblemSays() {
        Reply reply = Http.anna().get("/nothing/here?q=secret");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text())
                .isEqualTo("{\"type\":\"urn:novacore:problem:not_found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is no such thing here.\",\"code\":\"not_found\","
                        + "\"instance\":\"/nothing/here\",\"correlationId\":\""
                        + reply.header("X-Correlation-ID") + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "7", "{} x", "{\"message\":\"\\x\"}", "{'message':'a'}"})
    void refusesWhatIsNotTheExpectedJson(String body) {
        assertThat(Http.anna().post(CHAT, body).refusal()).isEqualTo("400 invalid_request");
    }

    @Test
    void refusesDeepAndLongJson() {
        assertThat(Http.anna().post(CHAT, "[".repeat(100_000)).refusal()).isEqualTo("400 invalid_request");
        assertThat(Http.anna()
                        .post(CHAT, "{\"a\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_001))
                        .refusal())
                .isEqualTo("400 invalid_request");
        assertThat(Http.anna()
                        .post(CHAT, "{\"message\":" + "9".repeat(5_000) + "}")
                        .refusal())
                .isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|message",
                "{\"message\":null}|message",
                "{\"message\":\"\"}|message",
                "{\"message\":5}|message",
                "{\"message\":true}|message",
                "{\"message\":[]}|message",
                "{\"message\":\"a\",\"useMemory\":\"yes\"}|useMemory",
                "{\"message\":\"a\",\"useMemory\":1}|useMemory",
                "{\"message\":\"a\",\"model\":{}}|model",
                "{\"message\":\"a\\u0000\"}|message",
                "{\"message\":\"\\ud83d\"}|message",
                "{\"message\":\"\\ude80\\ud83d\"}|message",
                "{\"message\":\"a\",\"model\":\"a\\nb\"}|model",
            })
    void namesTheField(String body, String field) {
        Reply reply = Http.anna().post(CHAT, body);

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(reply.json().at("/errors/0/message").asString()).isNotEmpty();
    }

    @Test
    void namesAllFields() {
        assertThat(Http.stranger()
                        .post("/auth/login", "{}")
                        .json()
                        .path("errors")
                        .toString())
                .isEqualTo("[{\"field\":\"email\",\"message\":\"is missing\"},"
                        + "{\"field\":\"password\",\"message\":\"is missing\"}]");
    }

    @Test
    void ignoresUnknownFieldsAndTakesTheLastOfDuplicates() {
        assertThat(Http.anna()
                        .post(CHAT, "{\"message\":\"bug\",\"x\":[{}],\"message\":\"Hi\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "%%%", "application/json;charset=nothing", "multipart/form-data"
            })
    void refusesOtherTypesOfBody(String type) {
        assertThat(Http.anna()
                        .post(CHAT, "{\"message\":\"Hi\"}", "Content-Type", type)
                        .refusal())
                .isEqualTo("415 unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "foo", "text/*;q=x"})
    void refusesWhatItCannotGive(String accept) {
        assertThat(Http.anna().get("/api/usage/quota", "Accept", accept).refusal())
                .isEqualTo("406 not_acceptable");
    }

    @Test
    void namesTheMethodsThatThereAre() {
        Reply reply = Http.anna().send("DELETE", "/api/memory/memories", BodyPublishers.noBody());

        assertThat(reply.refusal()).isEqualTo("405 method_not_allowed");
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(Http.stranger().get("/auth/login").refusal()).isEqualTo("405 method_not_allowed");
    }

    @Test
    void refusesBodiesThatSayThatTheyAreTooLarge() {
        assertThat(Http.anna().post(CHAT, " ".repeat(1_048_577)).refusal()).isEqualTo("413 payload_too_large");
    }

    @Test
    void refusesBodiesThatTurnOutToBeTooLarge() {
        byte[] body = ("{\"message\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        Reply reply = Http.anna()
                .send(
                        "POST",
                        CHAT,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                        "Content-Type",
                        "application/json");

        assertThat(reply.refusal()).isEqualTo("413 payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/memory/memories;a=b", "//health", "/a/../health", "/a%2fb", "/a%5cb", "/%2e%2e/x"})
    void refusesSuspiciousAddresses(String path) {
        assertThat(Http.anna().get(path).refusal()).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a[b HTTP/1.1\r\nHost: x",
                "GET /%ZZ HTTP/1.1\r\nHost: x",
                "GET /a%00b HTTP/1.1\r\nHost: x",
                "GET /health HTTP/1.1\r\nHost: a b",
                "GET /health HTTP/1.1",
                "GET /health HTTP/1.1\r\nHost: x\r\nX: a\u0001b",
                "POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: abc",
                "GET /auth/verify-email?token=%ZZ HTTP/1.1\r\nHost: x",
                "GET /auth/verify-email?token=%ff HTTP/1.1\r\nHost: x",
                "POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz",
            })
    void refusesWhatIsHardlyHttp(String request) {
        String reply = Http.raw(request + "\r\nConnection: close\r\n\r\n");

        assertThat(reply)
                .startsWith("HTTP/1.1 400 ")
                .contains("Content-Type: application/problem+json", "X-Correlation-ID: ", "\"invalid_request\"");
    }

    @Test
    void refusesHeadersThatAreTooLong() {
        assertThat(Http.raw("GET /health HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json");
    }

    @Test
    void hidesBugsOfItsOwnThatLookLikeBadInput() {
        Reply reply = Http.stranger()
                .post("/auth/login", "{\"email\":\"" + FakeAccounts.ANNA.email() + "\",\"password\":\"bug\"}");

        assertThat(reply.refusal()).isEqualTo("500 internal_error");
        assertThat(reply.text()).doesNotContain("secret", "Exception");
    }

    @Test
    void asksToComeBackWhenALimitIsReached() {
        Reply reply = Http.stranger().post("/auth/login", "{\"email\":\"a@example.org\",\"password\":\"again\"}");

        assertThat(reply.refusal()).isEqualTo("429 login_throttled");
        assertThat(reply.header("Retry-After")).isEqualTo("91");
    }

    @Test
    void servesNoErrorPageOfItsOwn() {
        assertThat(Http.anna().get("/error").refusal()).isEqualTo("404 not_found");
    }
}
