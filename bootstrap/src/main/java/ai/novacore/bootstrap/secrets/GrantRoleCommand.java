package ai.novacore.bootstrap.secrets;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceSecrets;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.domain.user.Role;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives somebody a role, or takes it, by asking a node that runs. Whoever may read the service secret may do this. */
@Command(
        name = "./nova grant-role",
        mixinStandardHelpOptions = true,
        description = "Gives somebody who has an account a role, or takes it, from their next request on.")
public final class GrantRoleCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int NOT_FOUND = 404;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "EMAIL", description = "The address of the account.")
    private String email = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
    private Role role = Role.MEMBER;

    @Option(names = "--remove", description = "Takes the role instead.")
    private boolean remove;

    @Option(names = "--url", paramLabel = "URL", description = "Where the product runs (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder (default: NOVA_DATA, or ./data).")
    private Path data = Path.of("data");

    private GrantRoleCommand(Map<String, String> environment) {
        this.environment = environment;
        String folder = environment.get("NOVA_DATA");
        if (folder != null && !folder.isBlank()) {
            data = Path.of(folder);
        }
    }

    public static void main(String[] args) {
        // Nobody has set up the logs here, and the terminal is for the answer alone.
        LoggingSystem.get(GrantRoleCommand.class.getClassLoader()).beforeInitialize();
        System.exit(run(args, System.getenv(), writer(FileDescriptor.out), writer(FileDescriptor.err)));
    }

    /**
     * Does it.
     *
     * @return 0 when the account is as wanted, 1 when it could not be made so, 2 for arguments that make no sense
     */
    static int run(String[] args, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        int code = new CommandLine(new GrantRoleCommand(environment))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Optional<ServiceSecrets> secrets = ServiceSecretFile.find(environment.get("SERVICE_JWT_SECRET"), data);
            return secrets.isEmpty()
                    ? fail("There is no secret in " + data.toAbsolutePath().normalize()
                            + " yet. Start the product once with ./nova run, or set SERVICE_JWT_SECRET.")
                    : ask(new ServiceTokens(secrets.get(), Clock.systemUTC(), new SimpleMeterRegistry())
                            .issue(Set.of(ServiceScope.ACCOUNTS)));
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
        spec.commandLine().getOut().println(account.path("email").asString() + " now has the roles " + roles + ".");
        return CommandLine.ExitCode.OK;
    }

    private int fail(String why) {
        spec.commandLine().getErr().println(why);
        return FAILED;
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
