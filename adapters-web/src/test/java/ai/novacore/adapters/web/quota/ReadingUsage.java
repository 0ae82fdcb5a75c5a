package ai.novacore.adapters.web.quota;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeHistory;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingUsage {
    private final FakeHistory history = TestServer.local().bean(FakeHistory.class);

    @Test
    void showsTheQuota() {
        assertThat(Http.anna().get("/api/usage/quota").text())
                .startsWith("{\"tier\":\"basic\",\"periodStart\":\"2026-03-01T00:00:00Z\"")
                .contains("\"tokens\":{\"limit\":500000,\"used\":1200,\"reserved\":300,\"remaining\":498500}")
                .endsWith("\"warnings\":[{\"resource\":\"messages\",\"percent\":80,"
                        + "\"at\":\"2026-03-01T08:00:00Z\"}]}");
    }

    @Test
    void showsTheLedger() {
        history.calls.clear();

        Reply reply =
                Http.anna().get("/api/usage/ledger?from=2026-03-01T00:00:00Z&to=2026-03-02T02:00:00%2B02:00&limit=5");

        assertThat(reply.text())
                .isEqualTo("{\"items\":["
                        + "{\"at\":\"2026-03-01T09:00:00.123456789Z\",\"turnId\":\"trn_1\",\"model\":\"llama3.2\","
                        + "\"inputTokens\":12,\"outputTokens\":3,\"kind\":\"settled\"},"
                        + "{\"at\":\"2026-03-01T09:00:00.123456789Z\",\"turnId\":\"trn_2\",\"model\":null,"
                        + "\"inputTokens\":0,\"outputTokens\":0,\"kind\":\"released\"}],\"nextCursor\":null}");
        assertThat(history.calls).containsExactly("2026-03-01T00:00:00Z 2026-03-02T00:00:00Z 5");
    }

    @Test
    void exportsTheWholeLedgerPageByPage() {
        history.calls.clear();

        Reply csv = Http.anna().get("/api/usage/ledger/export?from=2026-03-01T00:00:00Z");
        Reply json = Http.anna().get("/api/usage/ledger/export?format=json");

        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"novacore-usage.csv\"");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.text()).isEqualTo("""
                        at,turnId,model,inputTokens,outputTokens,kind
                        2026-03-01T09:00:00.123456789Z,trn_1,llama3.2,12,3,settled
                        2026-03-01T09:00:00.123456789Z,trn_2,,0,0,released
                        2026-03-01T09:00:00.123456789Z,trn_1,'=cmd|'/c calc'!A1,12,3,settled
                        """.replace("\n", "\r\n"));
        assertThat(json.header("Content-Disposition")).isEqualTo("attachment; filename=\"novacore-usage.json\"");
        assertThat(json.json()
                        .path("items")
                        .valueStream()
                        .map(line -> line.path("kind").asString()))
                .containsExactly("settled", "released", "settled");
        assertThat(history.calls)
                .containsExactly(
                        "2026-03-01T00:00:00Z null 100",
                        "2026-03-01T00:00:00Z null 100",
                        "null null 100",
                        "null null 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "ledger/export"})
    void refusesAPeriodThatEndsBeforeItBegins(String route) {
        String moment = "2026-03-01T00:00:00Z";
        Reply reply = Http.anna().get("/api/usage/" + route + "?from=" + moment + "&to=" + moment);

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("to");
    }

    @Test
    void exportsInTheFormsThatThereAre() {
        assertThat(Http.anna().get("/api/usage/ledger/export?format=xls").refusal())
                .isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2026-03-01",
                "to=%2B1000000000-12-31T23:59:59Z",
                "to=-0001-01-01T00:00:00Z",
                "to=9999-12-31T23:59:59Z",
                "limit=0",
                "limit=101",
                "limit=ten",
                "limit=99999999999",
                "cursor=!",
                "cursor=YWJj",
                "cursor=OTk5OTk5OTk5OTk5LjEudHJuXzE",
            })
    void refusesWhatCannotBeMeant(String query) {
        Reply reply = Http.anna().get("/api/usage/ledger?" + query);

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo(query.substring(0, query.indexOf('=')));
    }
}
