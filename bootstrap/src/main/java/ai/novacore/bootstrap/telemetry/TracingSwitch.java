package ai.novacore.bootstrap.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Traces are off until it is said where they go, by {@code OTEL_EXPORTER_OTLP_ENDPOINT} or the setting of the framework. Off
 * means that nothing of it is there: no tracer, no wrapper around the database, nothing that is observed for its sake.
 *
 * <p>Looks when the environment is complete: the framework puts those environment variables into settings of its own late.
 */
public final class TracingSwitch implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String TRACING = "org.springframework.boot.micrometer.tracing.";
    private static final String TELEMETRY = "org.springframework.boot.opentelemetry.autoconfigure.";

    private static final List<String> PARTS = List.of(
            TRACING + "autoconfigure.MicrometerTracingAutoConfiguration",
            TRACING + "autoconfigure.NoopTracerAutoConfiguration",
            TRACING + "autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration",
            TRACING + "opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            TRACING + "opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration",
            TELEMETRY + "OpenTelemetrySdkAutoConfiguration",
            TELEMETRY + "logging.OpenTelemetryLoggingAutoConfiguration",
            TELEMETRY + "logging.otlp.OtlpLoggingAutoConfiguration",
            "net.ttddyy.observation.boot.autoconfigure.DataSourceObservationAutoConfiguration",
            "net.ttddyy.observation.boot.autoconfigure.opentelemetry.DataSourceObservationOpenTelemetryAutoConfiguration");

    /** What is observed for traces alone. */
    private static final List<String> OBSERVED = List.of("traced", "jdbc", "http.server.requests");

    @Override
    public void initialize(ConfigurableApplicationContext product) {
        ConfigurableEnvironment environment = product.getEnvironment();
        boolean on = !environment.getProperty(ENDPOINT, "").isBlank();
        Map<String, Object> settings = new HashMap<>();
        OBSERVED.forEach(name -> settings.put("management.observations.enable." + name, on));
        if (!on) {
            settings.put("spring.autoconfigure.exclude", String.join(",", PARTS));
        }
        environment.getPropertySources().addLast(new MapPropertySource("tracing", settings));
    }
}
