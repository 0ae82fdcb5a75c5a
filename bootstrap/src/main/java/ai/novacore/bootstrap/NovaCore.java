package ai.novacore.bootstrap;

import ai.novacore.bootstrap.demo.Demo;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product; with {@code demo} as the first argument, the guided tour against a product that runs. */
@SpringBootApplication
public class NovaCore {
    private static final String LOCAL = "local";

    static {
        // The product calls nobody that its owner did not name.
        System.setProperty("axoniq.update-checker.disabled", "true");
    }

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("demo")) {
            Demo.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        application().run(args);
    }

    /** The application, in the profile {@code local} unless another is chosen. */
    static SpringApplication application() {
        SpringApplication application = new SpringApplication(NovaCore.class);
        application.setDefaultProperties(java.util.Map.of("spring.profiles.default", LOCAL));
        return application;
    }
}
