package ai.novacore.adapters.web.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.adapters.web.testing.FakeBilling;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookingIntoBilling {
    private static final String WEBHOOKS = "/support/billing/webhooks";
    private static final String RUNS = "/support/billing/reconciliations";
    private static final String REASON = "X-Support-Reason";

    private final FakeBilling billing = TestServer.local().bean(FakeBilling.class);

    @AfterEach
    void forget() {
        billing.asked.clear();
    }

    @Test
    void showsWhatBecameOfWebhooks() {
        assertThat(Http.anna()
                        .get(WEBHOOKS + "?status=parked&limit=1&cursor=evt_0", REASON, "ticket 4711")
                        .text())
                .isEqualTo("{\"items\":[{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"customer\":\"cus_1\","
                        + "\"status\":\"parked\",\"createdAt\":\"2026-03-01T12:00:00Z\","
                        + "\"receivedAt\":\"2026-03-01T12:00:00Z\",\"appliedAt\":null,\"attempts\":12,"
                        + "\"reason\":\"payment_failure\"}],\"nextCursor\":\"evt_1\"}");
        assertThat(Http.anna()
                        .get(WEBHOOKS, REASON, "why")
                        .json()
                        .path("nextCursor")
                        .isNull())
                .isTrue();
        assertThat(billing.asked).containsExactly("webhooks: PARKED, evt_0, 1", "webhooks: null, null, 20");
    }

    @Test
    void hasOneTriedAgain() {
        assertThat(Http.anna()
                        .send("POST", WEBHOOKS + "/evt_1/retry", BodyPublishers.noBody(), REASON, "why")
                        .status())
                .isEqualTo(202);
        assertThat(billing.asked).containsExactly("retry evt_1");
    }

    @Test
    void showsAndMakesComparisons() {
        assertThat(Http.anna()
                        .get(RUNS, REASON, "why")
                        .json()
                        .at("/items/0/differences/0/userId")
                        .asString())
                .isEqualTo("usr_ben");
        assertThat(Http.anna()
                        .send("POST", RUNS, BodyPublishers.noBody(), REASON, "why")
                        .json()
                        .path("differing")
                        .asInt())
                .isEqualTo(1);
        assertThat(billing.asked).containsExactly("runs: 20", "reconcile");
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBHOOKS, RUNS})
    void wantsAReason(String path) {
        assertThat(Http.anna().get(path).refusal()).isEqualTo("400 invalid_request");
        assertThat(Http.anna().get(path, REASON, " ").refusal()).isEqualTo("400 invalid_request");
        assertThat(Http.anna().get(path + "?limit=0", REASON, "why").refusal()).isEqualTo("400 invalid_request");
        assertThat(billing.asked).isEmpty();
    }

    @Test
    void refusesAStatusThatThereIsNot() {
        assertThat(Http.anna().get(WEBHOOKS + "?status=lost", REASON, "why").refusal())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void letsWorkersCompare() {
        String token = TestServer.local().bean(ServiceTokens.class).issue(Set.of(ServiceScope.WORKERS));

        assertThat(Http.stranger()
                        .send(
                                "POST",
                                "/internal/workers/reconciliation/run",
                                BodyPublishers.noBody(),
                                "X-Service-Token",
                                token)
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo("rec_1");
        assertThat(billing.asked).containsExactly("reconcile");
    }
}
