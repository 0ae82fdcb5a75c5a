package ai.novacore.adapters.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the generated description says beyond the routes themselves: the token, and the form of all problems. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("NovaCoreAI").version("1"))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSecuritySchemes(
                                ForServices.SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-Service-Token")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OpenApiCustomizer problemsEverywhere() {
        ApiResponse refused = new ApiResponse()
                .description("A refusal or a failure")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths()
                    .values()
                    .forEach(path ->
                            path.readOperations().forEach(operation -> describe(operation.getResponses(), refused)));
        };
    }

    /** What is not said otherwise is JSON; and every route may refuse. */
    private static void describe(ApiResponses responses, ApiResponse refused) {
        for (ApiResponse response : responses.values()) {
            Content content = response.getContent();
            if (content != null && content.containsKey("*/*")) {
                response.setContent(new Content().addMediaType("application/json", content.get("*/*")));
            }
        }
        responses.addApiResponse("default", refused);
    }

    private static Schema<?> problem() {
        Schema<?> field = new ObjectSchema();
        field.addProperty("field", new StringSchema());
        field.addProperty("message", new StringSchema());
        field.setRequired(List.of("field", "message"));
        Schema<?> problem = new ObjectSchema();
        List<String> always = List.of("type", "title", "status", "detail", "instance", "code", "correlationId");
        always.forEach(
                name -> problem.addProperty(name, "status".equals(name) ? new IntegerSchema() : new StringSchema()));
        problem.addProperty("errors", new ArraySchema().items(field));
        problem.setRequired(always);
        problem.setAdditionalProperties(true);
        return problem;
    }
}
