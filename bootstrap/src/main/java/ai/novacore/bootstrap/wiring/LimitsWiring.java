package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.persistence.limits.LocalRateLimiter;
import ai.novacore.adapters.persistence.limits.PostgresRateLimiter;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.bootstrap.NovaSettings;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where rate limits are counted. */
@Configuration(proxyBeanMethods = false)
class LimitsWiring {

    @Bean
    RateLimiter rateLimiter(NovaSettings settings, DataSource database, Clock clock) {
        return switch (settings.limits().store()) {
            case MEMORY -> new LocalRateLimiter(clock);
            case POSTGRES -> new PostgresRateLimiter(database, clock);
        };
    }
}
