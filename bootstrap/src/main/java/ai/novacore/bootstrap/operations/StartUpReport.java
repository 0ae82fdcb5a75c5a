package ai.novacore.bootstrap.operations;

import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.bootstrap.database.EmbeddedDatabase;
import ai.novacore.bootstrap.standin.StripeAccount;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever has started it where it is and what stands in for what; for the terminal, so not a log line. */
@Component
@Profile("local")
class StartUpReport {
    private final NovaSettings settings;
    private final ModelCatalog catalog;
    private final boolean embedded;
    private final ObjectProvider<StripeAccount> stripe;
    private final Environment environment;

    StartUpReport(
            NovaSettings settings,
            ModelCatalog catalog,
            ObjectProvider<EmbeddedDatabase> database,
            ObjectProvider<StripeAccount> stripe,
            Environment environment) {
        this.settings = settings;
        this.catalog = catalog;
        this.embedded = database.getIfAvailable() != null;
        this.stripe = stripe;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("SystemOut") // the terminal is who this is for
    void print() {
        String port = environment.getProperty("local.server.port", "8080");
        String management = environment.getProperty("local.management.port", "8081");
        boolean standIn = "nova-stand-in".equals(catalog.defaultModel());
        System.out.printf(
                """

                  NovaCoreAI is running at http://localhost:%s

                  database    %s
                  chat model  %s
                  e-mail      a mailbox to read in the browser: http://localhost:%s/dev/mailbox
                  payments    %s
                  metrics     http://localhost:%s/metrics
                  data, logs  %s

                  See it at work: ./nova demo%s        Stop it: Ctrl-C

                """,
                port,
                embedded ? "PostgreSQL, embedded, kept in the data folder" : "PostgreSQL, as DATABASE_URL says",
                standIn
                        ? "a small built-in stand-in, because no Ollama answers at "
                                + settings.ollama().baseUrl()
                        : catalog.defaultModel() + " by Ollama at "
                                + settings.ollama().baseUrl(),
                port,
                stripe.getIfAvailable() == null
                        ? "Stripe, by the key in STRIPE_SECRET_KEY"
                        : "a stand-in for Stripe, no money moves: http://localhost:" + port + "/dev/stripe",
                management,
                settings.data().toAbsolutePath().normalize(),
                "8080".equals(port) ? "" : " --url http://localhost:" + port);
    }
}
