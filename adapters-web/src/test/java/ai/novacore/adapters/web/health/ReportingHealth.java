package ai.novacore.adapters.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.health.HealthReport.Status;
import ai.novacore.adapters.web.testing.FakeOutside;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingHealth {

    @ParameterizedTest
    @ValueSource(
            strings = {"/health", "/health/live", "/health/ready", "/api/intelligence/health", "/api/memory/health"})
    void isOpenToAnybody(String path) {
        Reply reply = Http.stranger().get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"status\":\"UP\",\"components\":{\"database\":{\"status\":\"UP\"}}}");
    }

    @Test
    void saysWhatThereIsToSay() {
        FakeOutside outside = TestServer.production().bean(FakeOutside.class);
        outside.details = Map.of("database", "to install it: ollama pull llama3.2");
        try {
            Reply reply = Http.strangerInProduction().get("/api/intelligence/health");

            assertThat(reply.json()
                            .path("components")
                            .path("database")
                            .path("detail")
                            .asString())
                    .isEqualTo("to install it: ollama pull llama3.2");
        } finally {
            outside.details = Map.of();
        }
    }

    @Test
    void turnsMonitorsAwayWhenItIsDown() {
        FakeOutside outside = TestServer.production().bean(FakeOutside.class);
        outside.memoryStatus = Status.DOWN;
        try {
            Reply reply = Http.strangerInProduction().get("/api/memory/health");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.json().path("status").asString()).isEqualTo("DOWN");
        } finally {
            outside.memoryStatus = Status.UP;
        }
    }
}
