package ai.novacore.adapters.web.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.adapters.web.testing.FakeBackbone;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.TestServer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecidingAboutLetters {
    private static final String ROUTE = "/support/dead-letters";
    private static final String REASON = "X-Support-Reason";
    private static final String LETTER = "{\"id\":\"11-22\",\"processor\":\"accounts\",\"eventId\":\"33-44\","
            + "\"eventType\":\"user.registered/1\",\"aggregate\":\"usr_ada\",\"sequence\":0,"
            + "\"cause\":{\"type\":\"java.lang.IllegalStateException\",\"message\":\"broken\"},\"attempts\":6,"
            + "\"nextRetryAt\":null,\"parked\":true,\"waitsFor\":0,\"enqueuedAt\":\"2026-03-01T12:00:00Z\","
            + "\"payload\":{\"displayName\":\"[3 characters]\"}}";

    private final FakeBackbone backbone = TestServer.local().bean(FakeBackbone.class);

    @AfterEach
    void forget() {
        backbone.asked.clear();
        backbone.healed = false;
    }

    @Test
    void listsThemPageByPage() {
        String page = Http.anna()
                .get(ROUTE + "?processor=accounts&limit=1", REASON, "why")
                .text();
        assertThat(page).startsWith("{\"items\":[" + LETTER + "],\"nextCursor\":\"");

        String cursor =
                Http.anna().get(ROUTE, REASON, "why").json().path("nextCursor").asString();
        assertThat(Http.anna().get(ROUTE + "?cursor=" + cursor, REASON, "why").status())
                .isEqualTo(200);
        assertThat(Http.anna().get(ROUTE + "/11-22", REASON, "why").text()).isEqualTo(LETTER);
        assertThat(Http.anna().get(ROUTE + "/55-66", REASON, "why").refusal()).isEqualTo("404 not_found");
        assertThat(backbone.asked)
                .containsExactly("letters of accounts: 1", "letters of null: 20", "letters of null: 20");
    }

    @Test
    void tellsWhatCameOfAnotherTry() {
        assertThat(Http.admin().post(ROUTE + "/11-22/retry", "", REASON, "why").text())
                .isEqualTo("{\"outcome\":\"failed\",\"letter\":" + LETTER + "}");
        backbone.healed = true;
        assertThat(Http.admin().post(ROUTE + "/11-22/retry", "", REASON, "why").text())
                .isEqualTo("{\"outcome\":\"settled\",\"letter\":null}");
    }

    @Test
    void discardsForAReasonOnly() {
        assertThat(Http.admin()
                        .post(ROUTE + "/11-22/discard", "{}", REASON, "why")
                        .refusal())
                .isEqualTo("400 invalid_request");
        assertThat(Http.admin()
                        .post(ROUTE + "/11-22/discard", "{\"reason\":\" \"}", REASON, "why")
                        .refusal())
                .isEqualTo("400 invalid_request");
        assertThat(backbone.asked).isEmpty();

        assertThat(Http.admin()
                        .post(ROUTE + "/11-22/discard", "{\"reason\":\"of no use\"}", REASON, "why")
                        .status())
                .isEqualTo(204);
        assertThat(backbone.asked).hasSize(1);
        assertThat(backbone.asked.getFirst()).startsWith("usr_").endsWith(" discards 11-22 because of no use");
        assertThat(Http.anna()
                        .get(ROUTE + "/discarded", REASON, "why")
                        .json()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("of no use");
    }

    @Test
    void answersServicesToo() {
        String token = TestServer.local().bean(ServiceTokens.class).issue(Set.of(ServiceScope.WORKERS));
        String route = "/internal/workers/dead-letters";

        assertThat(Http.stranger()
                        .get(route + "/11-22", "X-Service-Token", token)
                        .text())
                .isEqualTo(LETTER);
        assertThat(Http.stranger()
                        .post(route + "/11-22/discard", "{\"reason\":\"of no use\"}", "X-Service-Token", token)
                        .status())
                .isEqualTo(204);
        assertThat(backbone.asked).containsExactly("service discards 11-22 because of no use");
        assertThat(Http.stranger().get(route).refusal()).isEqualTo("403 service_token_invalid");
    }
}
