package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Without an endpoint nothing of it is there. */
class KeepingTracesOff {

    @Test
    void hasNoTracerAndNothingAroundTheDatabase() {
        Product product = Product.shared();

        assertThat(product.has(Tracer.class)).isFalse();
        assertThat(product.has(OpenTelemetry.class)).isFalse();
        assertThat(product.bean(DataSource.class)).isExactlyInstanceOf(HikariDataSource.class);
    }

    @Test
    void observesNothingForItsSake() {
        ObservationRegistry observations = Product.shared().bean(ObservationRegistry.class);

        assertThat(List.of("traced.command", "traced.event", "traced.mail", "jdbc.query", "http.server.requests"))
                .allMatch(
                        name -> Observation.createNotStarted(name, observations).isNoop());
        assertThat(Observation.createNotStarted("http.client.requests", observations)
                        .isNoop())
                .as("a metric, too")
                .isFalse();
    }
}
