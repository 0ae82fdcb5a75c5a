package ai.novacore.bootstrap;

import ai.novacore.bootstrap.commands.DeadLettersCommand;
import ai.novacore.bootstrap.commands.GrantRoleCommand;
import ai.novacore.bootstrap.commands.RebuildMemoryIndexCommand;
import ai.novacore.bootstrap.commands.ReplayCommand;
import ai.novacore.bootstrap.commands.ServiceTokenCommand;
import ai.novacore.bootstrap.demo.Demo;
import ai.novacore.bootstrap.secrets.ProductionSettings;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the product; with {@code demo} as the first argument, the guided tour against a product that runs; with
 * {@code service-token}, prints one; with {@code grant-role}, has a running product give somebody a role; with {@code
 * rebuild-memory-index}, has it build the memory index again; with {@code replay}, any read model; with {@code
 * dead-letters}, shows and settles what could not be handled.
 */
@SpringBootApplication
public class NovaCore {
    private static final String LOCAL = "local";

    static {
        // The product calls nobody that its owner did not name.
        System.setProperty("axoniq.update-checker.disabled", "true");
    }

    public static void main(String[] args) {
        switch (args.length == 0 ? "" : args[0]) {
            case "demo" -> Demo.main(Arrays.copyOfRange(args, 1, args.length));
            case "grant-role" -> GrantRoleCommand.main(Arrays.copyOfRange(args, 1, args.length));
            case "rebuild-memory-index" -> RebuildMemoryIndexCommand.main(Arrays.copyOfRange(args, 1, args.length));
            case "replay" -> ReplayCommand.main(Arrays.copyOfRange(args, 1, args.length));
            case "dead-letters" -> DeadLettersCommand.main(Arrays.copyOfRange(args, 1, args.length));
            case "service-token" -> ServiceTokenCommand.main(Arrays.copyOfRange(args, 1, args.length));
            default -> application().run(args);
        }
    }

    /** The application, in the profile {@code local} unless another is chosen. */
    static SpringApplication application() {
        SpringApplication application = new SpringApplication(NovaCore.class);
        application.setDefaultProperties(java.util.Map.of("spring.profiles.default", LOCAL));
        application.addInitializers(context -> ProductionSettings.check(context.getEnvironment()));
        return application;
    }
}
