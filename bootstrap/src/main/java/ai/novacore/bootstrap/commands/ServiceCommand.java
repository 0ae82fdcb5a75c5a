package ai.novacore.bootstrap.commands;

import ai.novacore.adapters.web.security.ServiceSecrets;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.bootstrap.secrets.ServiceSecretFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that proves itself by the service secret: whoever may read that may do what it does. */
abstract class ServiceCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    private final Map<String, String> environment;
    private boolean forPeople;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder (default: NOVA_DATA, or ./data).")
    private Path data = Path.of("data");

    ServiceCommand(Map<String, String> environment) {
        this.environment = environment;
        String folder = environment.get("NOVA_DATA");
        if (folder != null && !folder.isBlank()) {
            data = Path.of(folder);
        }
    }

    /** Does it and ends the process. */
    static void main(Function<Map<String, String>, ServiceCommand> command, String[] args) {
        // Nobody has set up the logs here, and the standard output is for the answer alone.
        LoggingSystem.get(ServiceCommand.class.getClassLoader()).beforeInitialize();
        ServiceCommand made = command.apply(System.getenv());
        made.forPeople = true;
        System.exit(made.run(args, writer(FileDescriptor.out), writer(FileDescriptor.err)));
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /**
     * Does it.
     *
     * @return 0 when it is done, 1 when it could not be done, 2 for arguments that make no sense
     */
    final int run(String[] args, PrintWriter out, PrintWriter err) {
        int code = new CommandLine(this)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public final Integer call() throws IOException, InterruptedException {
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
        return call(new ServiceTokens(secrets.get(), Clock.systemUTC(), new SimpleMeterRegistry()));
    }

    /** Does what it is for, by way of {@link #say} and {@link #fail}. */
    abstract int call(ServiceTokens tokens) throws IOException, InterruptedException;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Whether a person looks at the answer while it is written. */
    final boolean isOnTerminal() {
        return forPeople
                && Optional.ofNullable(System.console())
                        .map(Console::isTerminal)
                        .orElse(false);
    }

    final int say(String answer) {
        spec.commandLine().getOut().println(answer);
        return CommandLine.ExitCode.OK;
    }

    final int fail(String why) {
        spec.commandLine().getErr().println(why);
        return FAILED;
    }
}
