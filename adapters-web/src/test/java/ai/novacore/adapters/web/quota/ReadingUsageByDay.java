package ai.novacore.adapters.web.quota;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeHistory;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingUsageByDay {
    private final FakeHistory history = TestServer.local().bean(FakeHistory.class);

    @Test
    void showsThirtyDaysUpToToday() {
        history.calls.clear();

        assertThat(Http.anna().get("/api/usage/daily").text())
                .isEqualTo("{\"items\":["
                        + "{\"day\":\"2026-03-01\",\"inputTokens\":12,\"outputTokens\":3,\"turns\":1},"
                        + "{\"day\":\"2026-03-02\",\"inputTokens\":0,\"outputTokens\":0,\"turns\":0}]}");
        assertThat(history.calls).containsExactly("2026-01-31T00:00:00Z 2026-03-02T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-02-27T13:00:00Z, 2026-02-27T13:00:00Z 2026-03-02T00:00:00Z",
        "to=2026-02-01T00:00:00Z, 2026-01-02T00:00:00Z 2026-02-01T00:00:00Z",
        "to=2026-02-01T00:00:01Z, 2026-01-03T00:00:00Z 2026-02-01T00:00:01Z",
        "from=2026-01-01T00:00:00Z&to=2026-04-03T00:00:00Z, 2026-01-01T00:00:00Z 2026-04-03T00:00:00Z",
        "from=2026-01-01T02:00:00%2B02:00&to=2026-01-02T00:00:00Z, 2026-01-01T00:00:00Z 2026-01-02T00:00:00Z",
    })
    void showsTheDaysThatAreAskedFor(String query, String expected) {
        history.calls.clear();

        assertThat(Http.anna().get("/api/usage/daily?" + query).status()).isEqualTo(200);
        assertThat(history.calls).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "to=2026-03-01, to",
        "from=2026-03-02T00:00:00Z, from",
        "from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z, to",
        "from=2026-01-01T00:00:00Z&to=2026-04-03T00:00:00.001Z, from",
        "from=1970-01-01T00:00:00Z, from",
    })
    void refusesWhatCannotBeMeantOrIsTooMuch(String query, String field) {
        Reply reply = Http.anna().get("/api/usage/daily?" + query);

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo(field);
    }
}
