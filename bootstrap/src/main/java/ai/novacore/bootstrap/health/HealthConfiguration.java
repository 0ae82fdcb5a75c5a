package ai.novacore.bootstrap.health;

import ai.novacore.adapters.stripe.StripePaymentGateway;
import ai.novacore.adapters.web.health.HealthReport;
import ai.novacore.application.axon.Backbone;
import ai.novacore.bootstrap.NovaSettings;
import ai.novacore.bootstrap.operations.ModelHealth;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What the health routes say. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    @Bean
    Draining draining(ApplicationContext product, NovaSettings settings) {
        return new Draining(product, settings.stopping().notice());
    }

    @Bean
    HealthReport healthReport(
            DataSource database,
            Flyway migrations,
            ModelHealth models,
            Backbone backbone,
            Draining draining,
            StripePaymentGateway stripe,
            ObjectProvider<JavaMailSenderImpl> mail,
            NovaSettings settings,
            Environment environment)
            throws SQLException {
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        List<Probe> probes = new ArrayList<>();
        probes.add(new Probe(
                ProbedHealth.ACCEPTING,
                Duration.ZERO,
                LIMIT,
                () -> draining.isDraining() ? Finding.down("is being stopped") : Finding.UP));
        probes.addAll(new DatabaseProbes(database.unwrap(HikariDataSource.class), versionOf(migrations)).all());
        probes.add(new Probe(ProbedHealth.PROCESSORS, Duration.ZERO, LIMIT, () -> processors(backbone)));
        ModelProbes model = new ModelProbes(models);
        probes.add(model.whole());
        probes.add(local ? OutsideProbes.developmentMailbox() : OutsideProbes.mail(mail.getObject()));
        probes.add(OutsideProbes.stripe(stripe::isAsked));
        probes.add(OutsideProbes.disk(OutsideProbes.roomAt(settings.data())));
        return new ProbedHealth(probes, model::parts);
    }

    /** The newest that this program brings, whether or not the database has it already. */
    private static String versionOf(Flyway migrations) {
        return Stream.of(migrations.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("there are no migrations"))
                .getVersion();
    }

    /** Those that do not work here; that others take over their parts of the work is no reason to be silent. */
    private static Finding processors(Backbone backbone) {
        TreeSet<String> broken = new TreeSet<>();
        backbone.processors().forEach((name, processor) -> {
            if (!isWell(processor)) {
                broken.add(name);
            }
        });
        return broken.isEmpty() ? Finding.UP : Finding.down(String.join(", ", broken));
    }

    private static boolean isWell(EventProcessor processor) {
        return processor.isRunning()
                && processor instanceof StreamingEventProcessor streaming
                && streaming.processingStatus().values().stream().noneMatch(EventTrackerStatus::isErrorState);
    }
}
