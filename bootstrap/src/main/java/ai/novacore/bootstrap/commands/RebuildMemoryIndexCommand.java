package ai.novacore.bootstrap.commands;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Builds the memory index again from the events, by asking a node that runs. */
@Command(
        name = "./nova rebuild-memory-index",
        mixinStandardHelpOptions = true,
        description = "Builds the memory index again from the events, while the product serves.")
public final class RebuildMemoryIndexCommand extends ServiceCommand {
    private static final int CONFLICT = 409;
    private static final Duration TO_CONNECT = Duration.ofSeconds(30);
    private static final Duration TO_REBUILD = Duration.ofHours(6);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--url", paramLabel = "URL", description = "Where the product runs (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    RebuildMemoryIndexCommand(Map<String, String> environment) {
        super(environment);
    }

    public static void main(String[] args) {
        main(RebuildMemoryIndexCommand::new, args);
    }

    @Override
    int call(ServiceTokens tokens) throws InterruptedException {
        try {
            return ask(tokens.issue(Set.of(ServiceScope.WORKERS)));
        } catch (IllegalArgumentException e) {
            return fail(e.getMessage() + ".");
        } catch (IOException e) {
            return fail("Nothing answers at " + url + ". Is the product running? Start it with ./nova run.");
        }
    }

    private int ask(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/internal/workers/memory-index/rebuild"))
                .timeout(TO_REBUILD)
                .header("X-Service-Token", token)
                .POST(BodyPublishers.noBody())
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(TO_CONNECT).build()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 ->
                    say("The index is rebuilt from the events of "
                            + JSON.readTree(response.body()).path("memories").asLong() + " memories.");
                case CONFLICT -> fail("The index is being rebuilt already.");
                default -> fail("The product refused: " + response.statusCode() + " " + response.body());
            };
        }
    }
}
