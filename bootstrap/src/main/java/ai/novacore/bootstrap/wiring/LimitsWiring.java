package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.persistence.limits.LocalRateLimiter;
import ai.novacore.adapters.persistence.limits.PostgresRateLimiter;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where rate limits are counted. */
@Configuration(proxyBeanMethods = false)
class LimitsWiring {
    private static final String STORE = "nova.limits.store";

    @Bean
    @ConditionalOnProperty(name = STORE, havingValue = "memory")
    LocalRateLimiter localRateLimiter(Clock clock) {
        return new LocalRateLimiter(clock);
    }

    @Bean
    @ConditionalOnProperty(name = STORE, havingValue = "postgres")
    PostgresRateLimiter postgresRateLimiter(DataSource database, Clock clock) {
        return new PostgresRateLimiter(database, clock);
    }
}
