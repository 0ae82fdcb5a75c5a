package ai.novacore.adapters.persistence.support;

import ai.novacore.application.support.port.out.LookStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Support's part of the persistence. */
@Configuration(proxyBeanMethods = false)
public class SupportPersistence {

    @Bean
    LookStore lookStore(JdbcClient jdbc) {
        return new JdbcLookStore(jdbc);
    }
}
