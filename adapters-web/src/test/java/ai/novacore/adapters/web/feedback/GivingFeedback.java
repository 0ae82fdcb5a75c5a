package ai.novacore.adapters.web.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivingFeedback {

    @Test
    void reachesTheStaff() {
        Reply given = Http.anna()
                .post(
                        "/api/feedback",
                        "{\"category\":\"idea\",\"message\":\" More <b>moons</b>. \",\"page\":\"/chat\"}");
        assertThat(given.status()).isEqualTo(201);
        String id = given.json().path("id").asString();

        Reply read = Http.anna().get("/support/feedback?limit=1", "X-Support-Reason", "weekly look");

        assertThat(read.text())
                .startsWith(
                        "{\"items\":[{\"id\":\"" + id + "\",\"at\":\"2026-03-01T12:00:00Z\",\"userId\":\"usr_anna\","
                                + "\"category\":\"idea\",\"message\":\"More <b>moons</b>.\",\"page\":\"/chat\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"category\":\"bug\"}",
                "{\"category\":\"bug\",\"message\":\"  \"}",
                "{\"category\":\"rant\",\"message\":\"No moon\"}",
                "{\"category\":\"\",\"message\":\"No moon\"}",
                "{\"category\":\"bug\",\"message\":\"No \\u0000 moon\"}",
                "{\"category\":\"bug\",\"message\":7}",
                "{\"category\":\"bug\",\"message\":\"No moon\",\"page\":\"a\\nb\"}"
            })
    void refusesWhatSaysNothing(String body) {
        assertThat(Http.anna().post("/api/feedback", body).refusal()).isEqualTo("400 invalid_request");
    }

    @Test
    void hasAnUpperLength() {
        String longest = "x".repeat(4_000);

        assertThat(Http.anna()
                        .post("/api/feedback", "{\"category\":\"bug\",\"message\":\"" + longest + "\"}")
                        .status())
                .isEqualTo(201);
        assertThat(Http.anna()
                        .post("/api/feedback", "{\"category\":\"bug\",\"message\":\"" + longest + "x\"}")
                        .refusal())
                .isEqualTo("400 invalid_request");
    }
}
