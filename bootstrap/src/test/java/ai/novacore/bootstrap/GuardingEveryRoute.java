package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.bootstrap.Caller.Answer;
import ai.novacore.domain.memory.MemoryCommand.PromoteMemory;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may call what: every route of the product's own description, times every role, times the owner of what it names
 * (checklist 1 and 2, failure case 1). A route that is missing in the tables below fails, so a new one has to be thought
 * about.
 */
class GuardingEveryRoute {
    private enum Guard {
        OPEN,
        MEMBER,
        SUPPORT,
        OPERATOR,
        ADMIN,
        SERVICE
    }

    private static final Map<String, Guard> GUARDS = new TreeMap<>();

    /** The routes that name something by its id, and whose id it is. */
    private static final Map<String, String> OWNED = Map.ofEntries(
            Map.entry("DELETE /auth/sessions/{id}", "session"),
            Map.entry("POST /api/intelligence/chat/{turnId}/cancel", "turn"),
            Map.entry("GET /api/intelligence/chat/{turnId}/stream", "turn"),
            Map.entry("GET /api/intelligence/conversations/{id}", "conversation"),
            Map.entry("PATCH /api/intelligence/conversations/{id}", "conversation"),
            Map.entry("DELETE /api/intelligence/conversations/{id}", "conversation"),
            Map.entry("GET /api/intelligence/conversations/{id}/export", "conversation"),
            Map.entry("PUT /api/intelligence/turns/{turnId}/rating", "turn"),
            Map.entry("GET /api/memory/memories/{id}", "memory"),
            Map.entry("PATCH /api/memory/memories/{id}", "memory"),
            Map.entry("DELETE /api/memory/memories/{id}", "memory"),
            Map.entry("POST /api/memory/memories/{id}/restore", "memory"),
            Map.entry("GET /api/memory/memories/{id}/history", "memory"),
            Map.entry("POST /api/memory/runs/{runId}/undo", "run"));

    /** A body that is good for each route that names something by its id. */
    private static final String COMPLETE = "{\"title\":\"Mine\",\"rating\":\"up\",\"content\":\"Mine\"}";

    static {
        Stream.of(
                        "POST /auth/register",
                        "POST /auth/login",
                        "POST /auth/refresh",
                        "POST /auth/logout",
                        "GET /auth/verify-email",
                        "POST /auth/forgot-password",
                        "POST /auth/reset-password",
                        "GET /.well-known/jwks.json",
                        "GET /health",
                        "GET /health/live",
                        "GET /health/ready",
                        "GET /api/intelligence/health",
                        "GET /api/memory/health",
                        "GET /api/policy/health",
                        "GET /billing/plans",
                        "POST /billing/webhook",
                        "GET /dev/events",
                        "GET /dev/mailbox",
                        "GET /dev/mailbox/messages")
                .forEach(route -> GUARDS.put(route, Guard.OPEN));
        Stream.of(
                        "POST /auth/resend-verification",
                        "GET /auth/me",
                        "GET /auth/me/export",
                        "GET /auth/me/looks",
                        "POST /api/feedback",
                        "PATCH /auth/me",
                        "DELETE /auth/me",
                        "POST /auth/change-password",
                        "GET /auth/sessions",
                        "DELETE /auth/sessions/{id}",
                        "POST /api/intelligence/chat",
                        "POST /api/intelligence/chat/{turnId}/cancel",
                        "GET /api/intelligence/chat/{turnId}/stream",
                        "GET /api/intelligence/models",
                        "GET /api/intelligence/conversations",
                        "GET /api/intelligence/conversations/{id}",
                        "PATCH /api/intelligence/conversations/{id}",
                        "DELETE /api/intelligence/conversations/{id}",
                        "GET /api/intelligence/conversations/{id}/export",
                        "PUT /api/intelligence/turns/{turnId}/rating",
                        "GET /api/usage/quota",
                        "GET /api/usage/daily",
                        "GET /api/usage/ledger",
                        "GET /api/usage/ledger/export",
                        "GET /api/memory/memories",
                        "POST /api/memory/memories",
                        "GET /api/memory/memories/{id}",
                        "PATCH /api/memory/memories/{id}",
                        "DELETE /api/memory/memories/{id}",
                        "POST /api/memory/memories/{id}/restore",
                        "GET /api/memory/memories/{id}/history",
                        "GET /api/memory/export",
                        "POST /api/memory/import",
                        "GET /api/memory/search",
                        "GET /api/memory/runs",
                        "POST /api/memory/runs/{runId}/undo",
                        "GET /api/memory/stats",
                        "GET /billing/subscription",
                        "POST /billing/checkout",
                        "POST /billing/portal")
                .forEach(route -> GUARDS.put(route, Guard.MEMBER));
        Stream.of(
                        "POST /admin/invitations",
                        "GET /admin/invitations",
                        "PUT /admin/users/{id}/roles",
                        "POST /admin/users/{id}/suspend",
                        "POST /admin/users/{id}/reinstate")
                .forEach(route -> GUARDS.put(route, Guard.ADMIN));
        Stream.of(
                        "GET /support/processors",
                        "GET /support/processors/{name}/replays",
                        "GET /support/dead-letters",
                        "GET /support/dead-letters/discarded",
                        "GET /support/dead-letters/{id}",
                        "GET /support/policy/decisions",
                        "GET /support/users",
                        "GET /support/users/{id}",
                        "GET /support/users/{id}/timeline",
                        "GET /support/aggregates/{type}/{id}/events",
                        "GET /support/aggregates/{type}/{id}/state",
                        "GET /support/aggregates/{type}/{id}/diff",
                        "GET /support/aggregates/conversation/{id}/turns/{turnId}/context",
                        "GET /support/feedback",
                        "GET /support/audit",
                        "GET /support/billing/webhooks",
                        "POST /support/billing/webhooks/{id}/retry",
                        "GET /support/billing/reconciliations",
                        "POST /support/billing/reconciliations")
                .forEach(route -> GUARDS.put(route, Guard.SUPPORT));
        Stream.of(
                        "POST /support/processors/{name}/replay",
                        "POST /support/processors/{name}/replays/{id}/cancel",
                        "POST /support/dead-letters/{id}/retry",
                        "POST /support/dead-letters/{id}/discard")
                .forEach(route -> GUARDS.put(route, Guard.OPERATOR));
        Stream.of(
                        "POST /internal/intelligence/chat",
                        "GET /internal/memory/search",
                        "POST /internal/workers/memory-index/rebuild",
                        "POST /internal/workers/reflection/run",
                        "POST /internal/workers/distillation/run",
                        "POST /internal/workers/runs/{runId}/undo",
                        "POST /internal/workers/reconciliation/run",
                        "GET /internal/workers/processors",
                        "GET /internal/workers/processors/{name}/replays",
                        "POST /internal/workers/processors/{name}/replay",
                        "POST /internal/workers/processors/{name}/replays/{id}/cancel",
                        "GET /internal/workers/dead-letters",
                        "GET /internal/workers/dead-letters/discarded",
                        "GET /internal/workers/dead-letters/{id}",
                        "POST /internal/workers/dead-letters/{id}/retry",
                        "POST /internal/workers/dead-letters/{id}/discard",
                        "POST /internal/policy/evaluate",
                        "PUT /internal/accounts/roles")
                .forEach(route -> GUARDS.put(route, Guard.SERVICE));
    }

    private final Product product = Product.shared();

    @Test
    void knowsEveryRouteThatThereIs() {
        Set<String> routes = new TreeSet<>();
        product.caller()
                .get("/openapi.json")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(routes).containsExactlyInAnyOrderElementsOf(GUARDS.keySet());
        assertThat(OWNED.keySet())
                .isEqualTo(new TreeSet<>(GUARDS.keySet().stream()
                        .filter(route -> GUARDS.get(route) == Guard.MEMBER && route.contains("{"))
                        .toList()));
    }

    @TestFactory
    Stream<DynamicTest> letsInWhoMayAndNobodyElse() {
        Map<Role, Caller> callers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            callers.put(role, Caller.member(product.address()).with(product, role));
        }
        List<DynamicTest> cases = new ArrayList<>();
        GUARDS.forEach((route, guard) -> {
            cases.add(dynamicTest(route + " by nobody", () -> checkNobody(guard, call(product.caller(), route))));
            if (guard != Guard.OPEN) {
                callers.forEach((role, caller) -> cases.add(
                        dynamicTest(route + " by " + role, () -> checkRole(guard, role, call(caller, route)))));
            }
        });
        return cases.stream();
    }

    private static void checkNobody(Guard guard, Answer answer) {
        switch (guard) {
            case OPEN -> assertThat(answer.status()).isNotIn(401, 403, 404, 405);
            case MEMBER, SUPPORT, OPERATOR, ADMIN -> {
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.code()).isEqualTo("token_missing");
            }
            case SERVICE -> {
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.code()).isEqualTo("service_token_invalid");
            }
        }
    }

    private static void checkRole(Guard guard, Role role, Answer answer) {
        switch (guard) {
            case OPEN, MEMBER -> assertThat(answer.status()).isNotIn(401, 403, 405);
            case SUPPORT, OPERATOR, ADMIN -> {
                if (role == Role.ADMIN
                        || (role == Role.SUPPORT && guard == Guard.SUPPORT)
                        || (role == Role.OPERATOR && guard != Guard.ADMIN)) {
                    assertThat(answer.status()).isNotIn(401, 403, 405);
                } else {
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.code()).isEqualTo("forbidden");
                }
            }
            case SERVICE -> {
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.code()).isEqualTo("service_token_invalid");
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> showsNobodyWhatIsSomebodyElses() {
        Caller ben = Caller.member(product.address());
        Map<String, String> bens = belongings(ben);
        List<DynamicTest> cases = new ArrayList<>();
        for (Role role : Role.values()) {
            Caller other = Caller.member(product.address()).with(product, role);
            OWNED.forEach((route, kind) -> cases.add(dynamicTest(route + " of another by " + role, () -> {
                Answer answer = call(other, route.replaceAll("\\{[^}]+}", bens.get(kind)), COMPLETE);
                assertThat(answer.status()).as(answer.body()).isEqualTo(404);
                assertThat(answer.code()).isEqualTo("not_found");
                assertThat(answer.body()).doesNotContain("4711-0815");
            })));
            cases.add(dynamicTest("a question in the place of another's by " + role, () -> {
                String own = other.ask("Hello").json().path("conversationId").asString();
                for (String conversation : List.of(own, String.valueOf(bens.get("conversation")))) {
                    String turn = String.valueOf(bens.get("turn"));
                    Answer answer = other.post(
                            "/api/intelligence/chat",
                            Caller.text("message", "And?", "conversationId", conversation, "replaces", turn));
                    assertThat(answer.status()).as(answer.body()).isEqualTo(404);
                    assertThat(answer.code()).isEqualTo("not_found");
                }
            }));
            cases.add(dynamicTest("a question in another's conversation by " + role, () -> {
                Answer answer = other.post(
                        "/api/intelligence/chat",
                        "{\"message\":\"And?\",\"conversationId\":\"" + bens.get("conversation") + "\"}");
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("4711-0815");
            }));
        }
        // Last, because the session of their owner ends with it: these ids are good.
        cases.add(dynamicTest("all of it by its owner", () -> {
            assertThat(ben.get("/api/intelligence/conversations/" + bens.get("conversation"))
                            .body())
                    .contains("4711-0815");
            assertThat(ben.get("/api/memory/memories/" + bens.get("memory")).body())
                    .contains("4711-0815");
            assertThat(call(ben, "POST /api/memory/runs/" + bens.get("run") + "/undo")
                            .status())
                    .isEqualTo(200);
            assertThat(call(ben, "DELETE /auth/sessions/" + bens.get("session")).status())
                    .isEqualTo(204);
        }));
        return cases.stream();
    }

    private Map<String, String> belongings(Caller ben) {
        Answer answer = ben.ask("The code of my bicycle lock is 4711-0815.");
        String memory = first(ben, "/api/memory/memories");
        return Map.of(
                "conversation", answer.json().path("conversationId").asString(),
                "turn", answer.json().path("turnId").asString(),
                "memory", memory,
                "run", promoted(ben, memory),
                "session", first(ben, "/auth/sessions"));
    }

    /** A run that changed a memory. */
    private String promoted(Caller ben, String memory) {
        RunId run = new RunId(product.bean(IdGenerator.class).next("run_"));
        product.bean(CommandDispatcher.class)
                .dispatch(new PromoteMemory(
                        new MemoryId(memory),
                        Actor.system("test"),
                        product.bean(Clock.class).instant(),
                        new UserId(ben.get("/auth/me").json().path("id").asString()),
                        MemoryTier.LTM,
                        0.9,
                        run));
        return run.value();
    }

    private static String first(Caller person, String path) {
        return person.get(path).json().at("/items/0/id").asString();
    }

    @Test
    void givesNobodyMoreThanTheirNameForAsking() {
        Caller ada = Caller.member(product.address());
        String more = "{\"displayName\":\"Ada\",\"tier\":\"pro\",\"roles\":[\"ADMIN\"],\"emailVerified\":true}";

        ada.send(ada.request("/auth/me")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(more)));

        assertThat(ada.get("/auth/me").json().path("tier").asString()).isEqualTo("free");
        assertThat(ada.get("/auth/me").json().path("roles").toString()).isEqualTo("[\"MEMBER\"]");
        assertThat(ada.get("/auth/me").json().path("emailVerified").asBoolean()).isFalse();
    }

    /** With a body that says nothing, so that nothing is done even where it is allowed. */
    private static Answer call(Caller caller, String route) {
        return call(caller, route, "{}");
    }

    private static Answer call(Caller caller, String route, String body) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "no-such-id");
        return caller.send(caller.request(path)
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }
}
