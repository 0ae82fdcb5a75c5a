package ai.novacore.adapters.persistence.replay;

import ai.novacore.adapters.persistence.eventstore.LogReader;
import ai.novacore.adapters.persistence.eventstore.ProcessorClaims;
import ai.novacore.application.backbone.port.out.ReadModelCopies;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Builds read models anew from the log; needs the event store and the read models. */
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {

    @Bean
    ReadModelCopies readModelCopies(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            LogReader log,
            ProcessorClaims claims,
            Clock clock) {
        return new PostgresReadModelCopies(jdbc, transactions, log, claims, clock);
    }
}
