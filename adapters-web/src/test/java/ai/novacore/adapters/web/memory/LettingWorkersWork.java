package ai.novacore.adapters.web.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.adapters.web.testing.FakeWorkers;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettingWorkersWork {
    private final FakeWorkers workers = TestServer.local().bean(FakeWorkers.class);

    @BeforeEach
    @AfterEach
    void forget() {
        workers.calls.clear();
        workers.busy = false;
    }

    private static Reply ask(ServiceScope scope, String path) {
        String token = TestServer.local().bean(ServiceTokens.class).issue(Set.of(scope));
        return Http.stranger().post(path, "", "X-Service-Token", token);
    }

    @Test
    void reportsWhatARunCameTo() {
        assertThat(ask(ServiceScope.WORKERS, "/internal/workers/reflection/run").text())
                .isEqualTo("{\"runId\":\"run_1\",\"processed\":5,\"promoted\":4,\"merged\":3,\"failed\":2}");
        assertThat(ask(ServiceScope.WORKERS, "/internal/workers/distillation/run")
                        .text())
                .isEqualTo("{\"runId\":\"run_2\",\"processed\":9,\"promoted\":8,\"merged\":7,\"failed\":6}");
    }

    @Test
    void saysThatARunGoesOn() {
        workers.busy = true;

        assertThat(ask(ServiceScope.WORKERS, "/internal/workers/distillation/run")
                        .refusal())
                .isEqualTo("409 run_in_progress");
    }

    @Test
    void undoesARunForEverybody() {
        assertThat(ask(ServiceScope.WORKERS, "/internal/workers/runs/run_2/undo")
                        .text())
                .isEqualTo("{\"undone\":3,\"skipped\":1}");
        assertThat(workers.calls).containsExactly("undo everybody");
        assertThat(ask(ServiceScope.WORKERS, "/internal/workers/runs/run_3/undo")
                        .refusal())
                .isEqualTo("404 not_found");
        assertThat(ask(ServiceScope.WORKERS, "/internal/workers/runs/2/undo").refusal())
                .isEqualTo("404 not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/workers/reflection/run",
                "/internal/workers/distillation/run",
                "/internal/workers/runs/run_2/undo"
            })
    void asksForItsOwnScope(String path) {
        assertThat(ask(ServiceScope.MEMORY, path).refusal()).isEqualTo("403 service_token_invalid");
        assertThat(Http.stranger().post(path, "").refusal()).isEqualTo("403 service_token_invalid");
        assertThat(Http.anna().post(path, "").refusal()).isEqualTo("403 service_token_invalid");
        assertThat(workers.calls).isEmpty();
    }

    @Test
    void showsAMemberWhatTheyDid() {
        Reply reply = Http.anna().get("/api/memory/runs?limit=7");

        assertThat(reply.json().at("/items/0").toString())
                .isEqualTo("{\"runId\":\"run_2\",\"worker\":\"distillation\",\"at\":\"2026-03-01T12:00:00Z\","
                        + "\"promoted\":1,\"merged\":2,\"superseded\":3,\"expired\":4,\"stored\":5,\"undone\":6}");
        assertThat(workers.calls).containsExactly("usr_anna 7");
        String next = reply.json().path("nextCursor").asString();
        assertThat(Http.anna().get("/api/memory/runs?cursor=" + next).status()).isEqualTo(200);
        assertThat(Http.anna().get("/api/memory/runs?limit=0").refusal()).isEqualTo("400 invalid_request");
    }

    @Test
    void letsAMemberTakeItBack() {
        assertThat(Http.anna().post("/api/memory/runs/run_2/undo", "").text())
                .isEqualTo("{\"undone\":3,\"skipped\":1}");
        assertThat(workers.calls).containsExactly("undo usr_anna");
        assertThat(Http.anna().post("/api/memory/runs/run_3/undo", "").refusal())
                .isEqualTo("404 not_found");
        assertThat(Http.anna().post("/api/memory/runs/mem_2/undo", "").refusal())
                .isEqualTo("404 not_found");
    }
}
