package ai.novacore.adapters.web.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.adapters.web.testing.FakeBackbone;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LookingAfterProcessors {
    private static final String ROUTE = "/support/processors";
    private static final String REASON = "X-Support-Reason";

    private final FakeBackbone backbone = TestServer.local().bean(FakeBackbone.class);

    @AfterEach
    void forget() {
        backbone.asked.clear();
    }

    @Test
    void showsHowTheyStandWithTheLatestReplay() {
        JsonNode one = Http.anna().get(ROUTE, REASON, "why").json().at("/items/0");

        assertThat(one.path("name").asString()).isEqualTo("accounts");
        assertThat(one.path("kind").asString()).isEqualTo("projection");
        assertThat(one.path("lagSeconds").asDouble()).isEqualTo(1.5);
        assertThat(one.path("eventsBehind").asInt()).isEqualTo(3);
        assertThat(one.path("segments").toString())
                .isEqualTo("[{\"id\":0,\"owner\":\"1@host\",\"position\":70,\"caughtUp\":false,\"error\":null}]");
        assertThat(one.at("/replay/status").asString()).isEqualTo("refused");
        assertThat(one.at("/replay/differences").toString())
                .isEqualTo("[{\"table\":\"account\",\"missing\":1,\"surplus\":0,\"changed\":2,"
                        + "\"keys\":[\"usr_ada\",\"usr_ben\",\"usr_eva\"]}]");
    }

    @Test
    void letsOperatorsReplay() {
        JsonNode plain = Http.admin()
                .send("POST", ROUTE + "/accounts/replay", BodyPublishers.noBody(), REASON, "why")
                .json();
        assertThat(plain.path("replayId").asString()).isEqualTo("rpl_2");
        assertThat(plain.path("status").asString()).isEqualTo("waiting");

        assertThat(Http.admin()
                        .post(ROUTE + "/accounts/replay", "{\"swapWhenDifferent\":true}", REASON, "why")
                        .status())
                .isEqualTo(202);
        assertThat(backbone.asked).hasSize(2);
        assertThat(backbone.asked.getFirst()).startsWith("usr_").endsWith(" replays accounts");
        assertThat(backbone.asked.getLast()).endsWith(" replays accounts and swaps");
    }

    @Test
    void listsAndCancels() {
        assertThat(Http.anna()
                        .get(ROUTE + "/accounts/replays?limit=2", REASON, "why")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(Http.admin()
                        .send("POST", ROUTE + "/accounts/replays/rpl_1/cancel", BodyPublishers.noBody(), REASON, "why")
                        .status())
                .isEqualTo(200);
        assertThat(backbone.asked).containsExactly("replays: 2", "cancel rpl_1");
    }

    @Test
    void refusesWhatCannotBeReplayed() {
        assertThat(Http.admin()
                        .post(ROUTE + "/verification-mail/replay", "{}", REASON, "why")
                        .refusal())
                .isEqualTo("409 not_replayable");
        assertThat(Http.admin()
                        .post(ROUTE + "/nothing/replay", "{}", REASON, "why")
                        .refusal())
                .isEqualTo("404 not_found");
        assertThat(Http.admin()
                        .post(ROUTE + "/accounts/replay", "{\"swapWhenDifferent\":\"perhaps\"}", REASON, "why")
                        .refusal())
                .isEqualTo("400 invalid_request");
        assertThat(Http.admin().post(ROUTE + "/accounts/replay", "{}").refusal())
                .isEqualTo("400 invalid_request");
        assertThat(backbone.asked).isEmpty();
    }

    @Test
    void answersServicesToo() {
        String token = TestServer.local().bean(ServiceTokens.class).issue(Set.of(ServiceScope.WORKERS));

        assertThat(Http.stranger()
                        .post("/internal/workers/processors/accounts/replay", "{}", "X-Service-Token", token)
                        .status())
                .isEqualTo(202);
        assertThat(Http.stranger()
                        .get("/internal/workers/processors", "X-Service-Token", token)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(backbone.asked).containsExactly("service replays accounts");
    }
}
