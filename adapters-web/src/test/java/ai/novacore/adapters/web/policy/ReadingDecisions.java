package ai.novacore.adapters.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.FakePolicy;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingDecisions {
    private static final String PATH = "/support/policy/decisions";
    private static final String REASON = "X-Support-Reason";
    private final FakePolicy policy = TestServer.local().bean(FakePolicy.class);

    @BeforeEach
    void forget() {
        policy.asked.clear();
    }

    @Test
    void showsThemPageByPage() {
        Reply first = Http.anna().get(PATH + "?userId=usr_ben&decision=block&limit=1", REASON, "ticket 4711");

        assertThat(first.json().path("items").toString()).isEqualTo("""
                [{"id":"pol_2","at":"2026-03-01T12:00:00Z","userId":"usr_ben","conversationId":"cnv_1",\
                "turnId":"trn_1","direction":"answer","decision":"block","principles":["cats","dogs"],\
                "policyVersion":"v1","judge":"guard"}]""");
        assertThat(policy.asked).containsExactly("usr_ben, BLOCK");
        Reply second = Http.anna()
                .get(PATH + "?cursor=" + first.json().path("nextCursor").asString(), REASON, "ticket 4711");
        assertThat(second.json().at("/items/0/userId").isNull()).isTrue();
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void wantsAReason() {
        assertThat(Http.anna().get(PATH).refusal()).isEqualTo("400 invalid_request");
        assertThat(Http.anna().get(PATH, REASON, "").refusal()).isEqualTo("400 invalid_request");
        assertThat(Http.anna().get(PATH, REASON, "x".repeat(201)).refusal()).isEqualTo("400 invalid_request");
        assertThat(Http.anna().get(PATH, REASON, "a\tb").refusal()).isEqualTo("400 invalid_request");
        assertThat(policy.asked).isEmpty();
        assertThat(Http.anna().get(PATH, REASON, "x".repeat(200)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userId=ben", "decision=perhaps", "cursor=x", "limit=0", "limit=101", "limit=x"})
    void refusesWhatCannotBeMeant(String query) {
        assertThat(Http.anna().get(PATH + "?" + query, REASON, "why").refusal()).isEqualTo("400 invalid_request");
        assertThat(policy.asked).isEmpty();
    }

    @Test
    void isForSupportAndAdministrators() {
        String plain = TestServer.local().token(FakeAccounts.ANNA, "ses-plain");

        assertThat(Http.withToken(plain).get(PATH, REASON, "why").refusal()).isEqualTo("403 forbidden");
        assertThat(Http.stranger().get(PATH, REASON, "why").refusal()).isEqualTo("401 token_missing");
        assertThat(policy.asked).isEmpty();
        assertThat(Http.admin().get(PATH, REASON, "why").status()).isEqualTo(200);
    }
}
