package ai.novacore.bootstrap.demo;

import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what the product objected to, from its problem documents. */
final class Problems {
    private Problems() {}

    static DemoFailure failure(HttpResponse<String> response) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(response.body());
            if (problem.has("code")) {
                return failure(problem);
            }
        } catch (JacksonException notJson) {
            // said below
        }
        return new DemoFailure(
                "%s %s was answered with status %d, and not in the way of NovaCoreAI."
                        .formatted(
                                response.request().method(),
                                response.request().uri().getPath(),
                                response.statusCode()),
                "Is something else listening at this address? Name another with --url.");
    }

    static DemoFailure failure(JsonNode problem) {
        StringBuilder details = new StringBuilder(problem.path("detail").asString(""));
        for (JsonNode error : problem.path("errors")) {
            details.append("\n%s %s"
                    .formatted(
                            error.path("field").asString(""),
                            error.path("message").asString("")));
        }
        details.append(
                "\ncorrelation id %s".formatted(problem.path("correlationId").asString("unknown")));
        return new DemoFailure(
                "%s (%s)"
                        .formatted(
                                problem.path("title").asString("A problem"),
                                problem.path("code").asString("no code")),
                details.toString().strip());
    }
}
