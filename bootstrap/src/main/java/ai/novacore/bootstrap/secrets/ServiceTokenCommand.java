package ai.novacore.bootstrap.secrets;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceSecrets;
import ai.novacore.adapters.web.security.ServiceTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints a service token, for whoever calls {@code /internal} by hand. Starts nothing else. */
@Command(
        name = "./nova service-token",
        mixinStandardHelpOptions = true,
        description = "Prints a token for the header X-Service-Token, good for five minutes.",
        footer = "%nSigned with SERVICE_JWT_SECRET, or with what the product made for itself at its first start.")
public final class ServiceTokenCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--scope",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            converter = ScopeConverter.class,
            description = "What it opens: intelligence, memory, policy, workers, accounts. May be given several times.")
    private Set<ServiceScope> scopes = EnumSet.noneOf(ServiceScope.class);

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder (default: NOVA_DATA, or ./data).")
    private Path data = Path.of("data");

    private ServiceTokenCommand(Map<String, String> environment) {
        this.environment = environment;
        String folder = environment.get("NOVA_DATA");
        if (folder != null && !folder.isBlank()) {
            data = Path.of(folder);
        }
    }

    public static void main(String[] args) {
        // Nobody has set up the logs here, and the standard output is for the token alone.
        LoggingSystem.get(ServiceTokenCommand.class.getClassLoader()).beforeInitialize();
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        System.exit(run(args, System.getenv(), out, err));
    }

    /**
     * Does it.
     *
     * @return 0 when a token was printed, 1 when there is no good secret, 2 for arguments that make no sense
     */
    static int run(String[] args, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        int code = new CommandLine(new ServiceTokenCommand(environment))
                .setOut(out)
                .setErr(err)
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public Integer call() throws IOException {
        Optional<ServiceSecrets> secrets;
        try {
            secrets = ServiceSecretFile.find(environment.get("SERVICE_JWT_SECRET"), data);
        } catch (IllegalArgumentException e) {
            return fail(e.getMessage() + ".");
        }
        if (secrets.isEmpty()) {
            return fail("There is no secret in " + data.toAbsolutePath().normalize()
                    + " yet. Start the product once with ./nova run, or set SERVICE_JWT_SECRET.");
        }
        ServiceTokens tokens = new ServiceTokens(secrets.get(), Clock.systemUTC(), new SimpleMeterRegistry());
        spec.commandLine().getOut().println(tokens.issue(scopes));
        return CommandLine.ExitCode.OK;
    }

    private int fail(String why) {
        spec.commandLine().getErr().println(why);
        return FAILED;
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** Names scopes as tokens do. */
    private static final class ScopeConverter implements ITypeConverter<ServiceScope> {
        @Override
        public ServiceScope convert(String name) {
            return Arrays.stream(ServiceScope.values())
                    .filter(scope -> scope.wire().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("There is no scope '" + name + "'. There are: "
                            + Arrays.stream(ServiceScope.values())
                                    .map(ServiceScope::wire)
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
    }
}
