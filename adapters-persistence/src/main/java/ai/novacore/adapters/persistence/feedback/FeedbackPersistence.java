package ai.novacore.adapters.persistence.feedback;

import ai.novacore.application.feedback.port.out.FeedbackStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feedback's part of the persistence. */
@Configuration(proxyBeanMethods = false)
public class FeedbackPersistence {

    @Bean
    FeedbackStore feedbackStore(JdbcClient jdbc) {
        return new JdbcFeedbackStore(jdbc);
    }
}
