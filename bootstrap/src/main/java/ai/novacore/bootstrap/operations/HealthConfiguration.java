package ai.novacore.bootstrap.operations;

import ai.novacore.adapters.web.health.HealthReport;
import ai.novacore.application.axon.Backbone;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the health routes say. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    private static final int PATIENCE_SECONDS = 2;

    @Bean
    HealthReport healthReport(DataSource database, ModelHealth models, Backbone backbone) {
        return part -> {
            Map<String, HealthReport.Status> components = new LinkedHashMap<>();
            Map<String, String> details = new LinkedHashMap<>();
            switch (part) {
                case LIVE -> components.put("process", HealthReport.Status.UP);
                case READY, MEMORY -> {
                    components.put("database", status(isReachable(database)));
                    components.put("eventProcessors", status(areRunning(backbone)));
                }
                case INTELLIGENCE ->
                    models.findings().forEach((name, finding) -> {
                        components.put(name, status(finding.up()));
                        if (finding.detail() != null) {
                            details.put(name, finding.detail());
                        }
                    });
                case ALL -> {
                    components.put("database", status(isReachable(database)));
                    components.put("eventProcessors", status(areRunning(backbone)));
                    components.put(ModelHealth.CHAT_MODEL, status(isUp(models.findings())));
                }
            }
            return new HealthReport.Health(overall(part, components), components, details);
        };
    }

    /** A missing model is told, but does not make the product as a whole be down: everything else still works. */
    private static HealthReport.Status overall(HealthReport.Part part, Map<String, HealthReport.Status> components) {
        return status(components.entrySet().stream()
                .filter(component ->
                        part != HealthReport.Part.ALL || !component.getKey().equals(ModelHealth.CHAT_MODEL))
                .allMatch(component -> component.getValue() == HealthReport.Status.UP));
    }

    private static HealthReport.Status status(boolean up) {
        return up ? HealthReport.Status.UP : HealthReport.Status.DOWN;
    }

    private static boolean isReachable(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean areRunning(Backbone backbone) {
        return backbone.processors().values().stream()
                .allMatch(processor -> processor.isRunning()
                        && processor instanceof StreamingEventProcessor streaming
                        && streaming.processingStatus().values().stream().noneMatch(segment -> segment.isErrorState()));
    }

    private static boolean isUp(Map<String, ModelHealth.Finding> findings) {
        return findings.values().stream().allMatch(ModelHealth.Finding::up);
    }
}
