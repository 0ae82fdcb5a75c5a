package ai.novacore.adapters.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakePolicy;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.policy.port.in.PolicyHealthQuery.GuardHealth;
import ai.novacore.application.policy.port.in.PolicyHealthQuery.PolicyHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportingPolicyHealth {
    private final FakePolicy policy = TestServer.production().bean(FakePolicy.class);

    @AfterEach
    void recover() {
        policy.health = FakePolicy.WELL;
    }

    private static Reply health() {
        return Http.strangerInProduction().get("/api/policy/health");
    }

    @Test
    void isOpenToAnybody() {
        assertThat(health().status()).isEqualTo(200);
        assertThat(health().text()).isEqualTo("{\"status\":\"UP\",\"version\":\"v1\",\"principles\":2}");
    }

    @Test
    void namesTheGuardModel() {
        policy.health = new PolicyHealth(true, "v1", 2, new GuardHealth("guard", null));

        assertThat(health().json().path("guard").toString()).isEqualTo("{\"model\":\"guard\",\"status\":\"UP\"}");
    }

    @Test
    void saysWhatToDoAboutAGuardThatIsMissing() {
        policy.health = new PolicyHealth(false, "v1", 2, new GuardHealth("guard", "ollama pull guard"));

        assertThat(health().status()).isEqualTo(503);
        assertThat(health().json().path("status").asString()).isEqualTo("DOWN");
        assertThat(health().json().path("guard").toString())
                .isEqualTo("{\"model\":\"guard\",\"status\":\"DOWN\",\"detail\":\"ollama pull guard\"}");
    }
}
