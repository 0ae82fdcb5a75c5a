package ai.novacore.adapters.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.FakeSupport;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.support.port.in.AuditLooksUseCase.Looking;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of time travel and what stands before them (checklist 20). */
class LookingIntoHistory {
    private static final String REASON = "X-Support-Reason";
    private static final String MEMORY = "/support/aggregates/memory/mem_1";

    private final FakeSupport support = TestServer.local().bean(FakeSupport.class);

    @BeforeEach
    void forget() {
        support.asked.clear();
        support.noted.clear();
    }

    @Test
    void showsEventsMasked() {
        assertThat(get(MEMORY + "/events?after=3&limit=1")).isEqualTo("""
                {"items":[{"sequence":4,"eventId":"event-1","type":"memory.recalled/1","at":"2026-03-01T12:00:00Z",\
                "recordedAt":"2026-03-01T12:00:00Z","correlationId":"request-1","causationId":null,\
                "actor":{"kind":"system","id":"test"},"understood":true,"payload":{"id":"mem_1"}}],"nextAfter":4}""");
        assertThat(get(MEMORY + "/events")).contains("\"sequence\":0,").endsWith("\"nextAfter\":null}");
        assertThat(support.asked)
                .containsExactly(
                        "Subject[kind=MEMORY, id=mem_1] after 3, 1, false",
                        "Subject[kind=MEMORY, id=mem_1] after -1, 20, false");
    }

    @Test
    void showsStatesAtEventsAndInstants() {
        assertThat(get(MEMORY + "/state?at=7"))
                .isEqualTo("{\"sequence\":7,\"at\":\"2026-03-01T12:00:00Z\",\"passedOver\":0,"
                        + "\"state\":{\"active\":true}}");
        get(MEMORY + "/state?at=2026-03-01T12:00:00Z");
        get(MEMORY + "/state");
        assertThat(support.asked)
                .containsExactly(
                        "Subject[kind=MEMORY, id=mem_1] at After[sequence=7], false",
                        "Subject[kind=MEMORY, id=mem_1] at At[instant=2026-03-01T12:00:00Z], false",
                        "Subject[kind=MEMORY, id=mem_1] at Latest[], false");
    }

    @Test
    void showsDifferences() {
        assertThat(get(MEMORY + "/diff?from=-1&to=7")).isEqualTo("""
                {"from":{"sequence":-1,"at":null},"to":{"sequence":7,"at":"2026-03-01T12:00:00Z"},\
                "changes":[{"op":"add","path":"/active","before":null,"after":true}],"events":[]}""");
        assertThat(support.asked)
                .containsExactly("Subject[kind=MEMORY, id=mem_1] from After[sequence=-1] to After[sequence=7], false");
    }

    @Test
    void showsWhatTheModelWasGiven() {
        assertThat(get("/support/aggregates/conversation/cnv_1/turns/trn_1/context"))
                .isEqualTo("""
                {"turnId":"trn_1","sequence":1,"at":"2026-03-01T12:00:00Z","model":"llama3.2","complete":true,\
                "messages":[{"role":"system","text":"[masked: 9 characters]"}],\
                "memoriesUsed":[{"id":"mem_1","tier":"ITM","score":0.5}]}""");
        get("/support/aggregates/conversation/cnv_1/turns/trn_1/context?unmask=true");
        assertThat(support.asked)
                .containsExactly("the prompt of cnv_1, trn_1, false", "the prompt of cnv_1, trn_1, true");
        assertThat(Http.anna()
                        .get("/support/aggregates/conversation/cnv_1/turns/x/context", REASON, "why")
                        .refusal())
                .isEqualTo("404 not_found");
    }

    @Test
    void notesEveryLookBeforeItIsAnswered() {
        get(MEMORY + "/state?unmask=true");
        get("/support/users/usr_nobody");
        Http.anna().get("/support/policy/decisions?userId=usr_ben", REASON, "weekly look");

        UserId anna = FakeAccounts.ANNA.id();
        assertThat(support.noted)
                .containsExactly(
                        new Looking(
                                anna,
                                "GET /support/aggregates/{type}/{id}/state",
                                List.of("mem_1", "memory"),
                                "ticket 4711",
                                true),
                        new Looking(anna, "GET /support/users/{id}", List.of("usr_nobody"), "ticket 4711", false),
                        new Looking(anna, "GET /support/policy/decisions", List.of("usr_ben"), "weekly look", false));
        assertThat(support.asked).containsExactly("Subject[kind=MEMORY, id=mem_1] at Latest[], true");
    }

    @Test
    void showsPersonalTextToSupportOnly() {
        Http operator = Http.withToken(TestServer.local().token(FakeAccounts.ANNA, "ses-operator"));

        assertThat(operator.get(MEMORY + "/state", REASON, "why").status()).isEqualTo(200);
        assertThat(operator.get(MEMORY + "/state?unmask=true", REASON, "why").refusal())
                .isEqualTo("403 forbidden");
        assertThat(Http.admin()
                        .get(MEMORY + "/state?unmask=true", REASON, "why")
                        .status())
                .isEqualTo(200);
        assertThat(support.asked).hasSize(2);
    }

    @Test
    void findsPeopleByTheirAddress() {
        String found = get("/support/users?email=Anna@example.org");

        assertThat(found).startsWith("{\"items\":[{\"id\":\"usr_anna\",\"email\":\"[masked]\",");
        assertThat(support.noted).extracting(Looking::named).containsExactly(List.of(), List.of("usr_anna"));
        assertThat(get("/support/users?email=anna@example.org&unmask=true")).contains("\"email\":\"anna@example.org\"");
        assertThat(get("/support/users?email=ben@example.org")).isEqualTo("{\"items\":[]}");
        assertThat(get("/support/users/usr_anna")).contains("\"displayName\":\"[masked]\"");
    }

    @Test
    void tellsALifeInSentences() {
        assertThat(get("/support/users/usr_anna/timeline")).isEqualTo("""
                {"items":[{"at":"2026-03-01T12:00:00Z","sentence":"Something happened that is not understood any more.",\
                "type":"user.waved/1","aggregate":"user","aggregateId":"usr_anna","sequence":0,\
                "actor":{"kind":"member","id":"usr_anna"},"correlationId":"request-1"},\
                {"at":"2026-03-01T12:00:00Z","sentence":"A question of theirs was refused by the policy (cats).",\
                "type":"policy.blocked","aggregate":null,"aggregateId":null,"sequence":null,"actor":null,\
                "correlationId":null}],"nextCursor":null}""");
    }

    @Test
    void tellsStaffAndPeopleWhoLooked() {
        assertThat(get("/support/audit?userId=usr_anna&limit=1"))
                .startsWith("{\"items\":[{\"id\":\"look_1\",\"at\":\"2026-03-01T12:00:00Z\",\"staffId\":\"usr_sue\",")
                .contains("\"reason\":\"ticket 4711\"");
        assertThat(Http.anna().get("/auth/me/looks").text())
                .startsWith("{\"items\":[{\"at\":\"2026-03-01T12:00:00Z\",\"target\":\"usr_anna\",\"unmasked\":true}]")
                .doesNotContain("ticket 4711", "usr_sue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/support/users",
                "/support/users?email=anna",
                "/support/audit?userId=anna",
                MEMORY + "/events?after=-2",
                MEMORY + "/events?after=9223372036854775807",
                MEMORY + "/events?limit=101",
                MEMORY + "/state?at=-2",
                MEMORY + "/state?at=soon",
                MEMORY + "/state?at=9999999999999999999",
                MEMORY + "/state?unmask=perhaps",
                MEMORY + "/diff?from=then"
            })
    void refusesWhatCannotBeMeant(String path) {
        assertThat(Http.anna().get(path, REASON, "why").refusal()).isEqualTo("400 invalid_request");
        assertThat(support.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/support/aggregates/cat/cat_1/state", "/support/aggregates/MEMORY/mem_1/state"})
    void knowsNoOtherKinds(String path) {
        assertThat(Http.anna().get(path, REASON, "why").refusal()).isEqualTo("404 not_found");
    }

    private static String get(String path) {
        return Http.anna().get(path, REASON, "ticket 4711").text();
    }
}
