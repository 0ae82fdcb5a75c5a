package ai.novacore.adapters.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.Http;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DescribingTheRoutes {
    private final JsonNode api =
            Http.strangerInProduction().get("/openapi.json").json();

    @Test
    void namesEachRouteOfTheContract() {
        List<String> routes = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> routes.add(method + " " + path.getKey())));

        assertThat(routes)
                .containsExactlyInAnyOrder(
                        "post /auth/register",
                        "post /auth/login",
                        "post /auth/refresh",
                        "post /auth/logout",
                        "get /auth/verify-email",
                        "post /auth/resend-verification",
                        "post /auth/forgot-password",
                        "post /auth/reset-password",
                        "post /auth/change-password",
                        "get /auth/sessions",
                        "delete /auth/sessions/{id}",
                        "get /auth/me",
                        "patch /auth/me",
                        "delete /auth/me",
                        "put /admin/users/{id}/roles",
                        "post /admin/users/{id}/suspend",
                        "post /admin/users/{id}/reinstate",
                        "post /admin/invitations",
                        "get /admin/invitations",
                        "put /internal/accounts/roles",
                        "get /.well-known/jwks.json",
                        "post /api/intelligence/chat",
                        "post /api/intelligence/chat/{turnId}/cancel",
                        "get /api/intelligence/chat/{turnId}/stream",
                        "get /api/intelligence/models",
                        "get /api/intelligence/conversations",
                        "get /api/intelligence/conversations/{id}",
                        "patch /api/intelligence/conversations/{id}",
                        "delete /api/intelligence/conversations/{id}",
                        "get /api/intelligence/conversations/{id}/export",
                        "put /api/intelligence/turns/{turnId}/rating",
                        "get /api/intelligence/health",
                        "get /api/usage/quota",
                        "get /api/usage/daily",
                        "get /api/usage/ledger",
                        "get /api/usage/ledger/export",
                        "get /api/memory/memories",
                        "post /api/memory/memories",
                        "get /api/memory/memories/{id}",
                        "patch /api/memory/memories/{id}",
                        "delete /api/memory/memories/{id}",
                        "post /api/memory/memories/{id}/restore",
                        "get /api/memory/memories/{id}/history",
                        "get /api/memory/export",
                        "post /api/memory/import",
                        "get /api/memory/search",
                        "get /api/memory/stats",
                        "get /api/memory/runs",
                        "post /api/memory/runs/{runId}/undo",
                        "post /internal/workers/reflection/run",
                        "post /internal/workers/distillation/run",
                        "post /internal/workers/runs/{runId}/undo",
                        "get /api/memory/health",
                        "get /api/policy/health",
                        "get /support/policy/decisions",
                        "get /support/users",
                        "get /support/users/{id}",
                        "get /support/users/{id}/timeline",
                        "get /support/aggregates/{type}/{id}/events",
                        "get /support/aggregates/{type}/{id}/state",
                        "get /support/aggregates/{type}/{id}/diff",
                        "get /support/aggregates/conversation/{id}/turns/{turnId}/context",
                        "get /support/audit",
                        "get /support/feedback",
                        "post /api/feedback",
                        "get /auth/me/looks",
                        "get /auth/me/export",
                        "post /internal/workers/memory-index/rebuild",
                        "get /billing/plans",
                        "get /billing/subscription",
                        "post /billing/checkout",
                        "post /billing/portal",
                        "post /billing/webhook",
                        "get /support/billing/webhooks",
                        "post /support/billing/webhooks/{id}/retry",
                        "get /support/billing/reconciliations",
                        "post /support/billing/reconciliations",
                        "post /internal/workers/reconciliation/run",
                        "get /support/processors",
                        "get /support/processors/{name}/replays",
                        "post /support/processors/{name}/replay",
                        "post /support/processors/{name}/replays/{id}/cancel",
                        "get /support/dead-letters",
                        "get /support/dead-letters/discarded",
                        "get /support/dead-letters/{id}",
                        "post /support/dead-letters/{id}/retry",
                        "post /support/dead-letters/{id}/discard",
                        "get /internal/workers/processors",
                        "get /internal/workers/processors/{name}/replays",
                        "post /internal/workers/processors/{name}/replay",
                        "post /internal/workers/processors/{name}/replays/{id}/cancel",
                        "get /internal/workers/dead-letters",
                        "get /internal/workers/dead-letters/discarded",
                        "get /internal/workers/dead-letters/{id}",
                        "post /internal/workers/dead-letters/{id}/retry",
                        "post /internal/workers/dead-letters/{id}/discard",
                        "post /internal/policy/evaluate",
                        "get /health",
                        "get /health/live",
                        "get /health/ready",
                        "post /internal/intelligence/chat",
                        "get /internal/memory/search");
    }

    @Test
    void saysWhatIsAlwaysThereAndWhatMayBeNull() {
        JsonNode user = api.at("/components/schemas/User");

        assertThat(user.path("required").toString())
                .isEqualTo("[\"createdAt\",\"displayName\",\"email\",\"emailVerified\",\"id\",\"roles\",\"tier\"]");
        assertThat(user.at("/properties/emailVerifiedAt/type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(api.at("/components/schemas/Turn/properties/usage/anyOf").toString())
                .isEqualTo("[{\"$ref\":\"#/components/schemas/TokenUsage\"},{\"type\":\"null\"}]");
    }

    @Test
    void describesBothFormsOfAnAnswer() {
        JsonNode content = api.path("paths")
                .path("/api/intelligence/chat")
                .path("post")
                .path("responses")
                .path("200")
                .path("content");

        assertThat(content.propertyNames()).containsExactlyInAnyOrder("application/json", "text/event-stream");
        assertThat(content.path("application/json").at("/schema/$ref").asString())
                .isEqualTo("#/components/schemas/ChatAnswer");
    }

    @Test
    void tellsServicesWhatTheyNeed() {
        for (String route : List.of("/internal/intelligence/chat/post", "/internal/memory/search/get")) {
            int end = route.lastIndexOf('/');
            JsonNode operation = api.path("paths").path(route.substring(0, end)).path(route.substring(end + 1));

            assertThat(operation.path("security").toString()).isEqualTo("[{\"serviceToken\":[]}]");
            assertThat(operation.path("parameters").toString()).contains("\"name\":\"X-User-Id\",\"in\":\"header\"");
        }
    }

    @Test
    void saysThatEveryRouteMayRefuse() {
        assertThat(api.at("/components/schemas/Problem/required").toString()).contains("\"code\"");
        api.path("paths")
                .forEach(path -> path.forEach(operation -> assertThat(operation
                                .path("responses")
                                .path("default")
                                .path("content")
                                .has("application/problem+json"))
                        .isTrue()));
    }
}
