package ai.novacore.adapters.persistence.replay;

import ai.novacore.application.backbone.port.out.ReplayStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The part of the persistence that keeps which replays were asked for. */
@Configuration(proxyBeanMethods = false)
public class ReplayPersistence {

    @Bean
    ReplayStore replayStore(JdbcClient jdbc) {
        return new JdbcReplayStore(jdbc);
    }
}
