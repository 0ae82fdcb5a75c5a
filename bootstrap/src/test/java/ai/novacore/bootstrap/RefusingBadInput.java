package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.novacore.bootstrap.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every route of the product's own description, with everything that a route can be fed: a 4xx that says why. */
class RefusingBadInput {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    /** A browser logs out by its cookie alone, and the portal has a beginning. */
    private static final Set<String> BODY_MAY_BE_MISSING = Set.of("/auth/logout", "/billing/portal");

    private static final String TWO_MEGABYTES = "{\"message\":\"" + "x".repeat(2_000_000) + "\"}";

    private final Product product = Product.shared();
    private final Caller member = Caller.member(product.address());

    /** A route as the description has it. */
    private record Route(String path, Set<String> methods, boolean takesJson, List<String> fields) {}

    @TestFactory
    Stream<DynamicTest> everyRouteAnswersBadInputWithA4xx() {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(20);
        return routes.stream().flatMap(route -> cases(route).stream());
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        JsonNode description = product.caller().get("/openapi.json").json();
        description.path("paths").propertyStream().forEach(path -> {
            Set<String> methods = new LinkedHashSet<>();
            boolean takesJson = false;
            List<String> fields = new ArrayList<>();
            for (var operation : path.getValue().properties()) {
                methods.add(operation.getKey().toUpperCase(Locale.ROOT));
                JsonNode body =
                        operation.getValue().path("requestBody").path("content").path("application/json");
                takesJson |= !body.isMissingNode();
                fields.addAll(fields(description, body.path("schema")));
            }
            routes.add(new Route(path.getKey(), methods, takesJson, fields));
        });
        return routes;
    }

    private static List<String> fields(JsonNode description, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        JsonNode resolved = reference.isEmpty() ? schema : description.at(reference.substring(1));
        return List.copyOf(resolved.path("properties").propertyNames());
    }

    private List<DynamicTest> cases(Route route) {
        String path = route.path().replaceAll("\\{[^}]+}", "no-such-id");
        List<DynamicTest> cases = new ArrayList<>();
        for (String method : METHODS) {
            if (!route.methods().contains(method)) {
                cases.add(refused(route, "method " + method, method, path, null));
            }
        }
        if (route.path().contains("{")) {
            for (String id : List.of("no-such-id", "%00", "..%2f..", "cnv_%F0%9F%98%80", "x".repeat(3_000))) {
                route.methods()
                        .forEach(method -> cases.add(refused(
                                route,
                                method + " id " + id.substring(0, Math.min(12, id.length())),
                                method,
                                route.path().replaceAll("\\{[^}]+}", id),
                                method.equals("GET") || method.equals("DELETE") ? null : "{}")));
            }
        }
        if (route.takesJson()) {
            List<String> bodies =
                    new ArrayList<>(List.of("{", "[]", "\"text\"", "42", "{\"a\":", "{}{}", TWO_MEGABYTES));
            if (!BODY_MAY_BE_MISSING.contains(route.path())) {
                bodies.addAll(List.of("", "null"));
            }
            for (String field : route.fields()) {
                for (String value : List.of("{}", "[1]", "{\"a\":1}", "\"\\u0000\"", "\"\\ud800\"")) {
                    bodies.add("{\"" + field + "\":" + value + "}");
                }
            }
            for (String method : route.methods()) {
                if (!method.equals("GET") && !method.equals("DELETE")) {
                    bodies.forEach(body -> cases.add(refused(
                            route,
                            method + " body " + body.substring(0, Math.min(40, body.length())),
                            method,
                            path,
                            body)));
                }
            }
        }
        if (route.methods().contains("GET")) {
            for (String query : List.of("limit=0", "limit=abc", "limit=1000000", "cursor=%00", "from=yesterday")) {
                cases.add(never5xx(route, "GET ?" + query, path + "?" + query));
            }
        }
        return cases;
    }

    private DynamicTest refused(Route route, String name, String method, String path, @Nullable String body) {
        return dynamicTest(route.path() + " " + name, () -> {
            var request = member.request(path)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            assertRefused(member.send(request));
        });
    }

    private DynamicTest never5xx(Route route, String name, String path) {
        return dynamicTest(route.path() + " " + name, () -> {
            Answer answer = member.get(path);
            assertThat(answer.status()).as(answer.body()).isLessThan(500);
        });
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("X-Correlation-ID")).isNotEmpty();
        JsonNode problem = answer.json();
        for (String field : List.of("type", "title", "status", "code", "correlationId")) {
            assertThat(problem.path(field).asString("")).as(field).isNotEmpty();
        }
        assertThat(problem.path("code").asString()).matches("[a-z_]+");
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }
}
