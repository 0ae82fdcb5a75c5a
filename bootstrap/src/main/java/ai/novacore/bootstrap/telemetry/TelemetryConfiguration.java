package ai.novacore.bootstrap.telemetry;

import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds for all metrics. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

    @Bean
    MeterFilter buckets() {
        return new Buckets();
    }

    /** The gateway's own metrics tell the same with bounded labels, for a fraction of the series. */
    @Bean
    MeterFilter noSecondCountOfRequests() {
        return MeterFilter.denyNameStartsWith("http.server.requests");
    }
}
