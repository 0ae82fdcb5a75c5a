package ai.novacore.bootstrap.commands;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.domain.user.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives somebody a role, or takes it, by asking a node that runs. */
@Command(
        name = "./nova grant-role",
        mixinStandardHelpOptions = true,
        description = "Gives somebody who has an account a role, or takes it, from their next request on.")
public final class GrantRoleCommand extends ServiceCommand {
    private static final int NOT_FOUND = 404;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Parameters(index = "0", paramLabel = "EMAIL", description = "The address of the account.")
    private String email = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
    private Role role = Role.MEMBER;

    @Option(names = "--remove", description = "Takes the role instead.")
    private boolean remove;

    @Option(names = "--url", paramLabel = "URL", description = "Where the product runs (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    GrantRoleCommand(Map<String, String> environment) {
        super(environment);
    }

    public static void main(String[] args) {
        main(GrantRoleCommand::new, args);
    }

    @Override
    int call(ServiceTokens tokens) throws InterruptedException {
        try {
            return ask(tokens.issue(Set.of(ServiceScope.ACCOUNTS)));
        } catch (IllegalArgumentException e) {
            return fail(e.getMessage() + ".");
        } catch (IOException e) {
            return fail("Nothing answers at " + url + ". Is the product running? Start it with ./nova run.");
        }
    }

    private int ask(String token) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("email", email, "role", role.name(), "granted", !remove));
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/internal/accounts/roles"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Service-Token", token)
                .PUT(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> tell(JSON.readTree(response.body()));
                case NOT_FOUND -> fail("Nobody has an account with this address.");
                default -> fail("The product refused: " + response.statusCode() + " " + response.body());
            };
        }
    }

    private int tell(JsonNode account) {
        String roles =
                account.path("roles").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        return say(account.path("email").asString() + " now has the roles " + roles + ".");
    }
}
