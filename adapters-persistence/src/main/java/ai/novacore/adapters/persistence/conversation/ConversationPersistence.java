package ai.novacore.adapters.persistence.conversation;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.port.out.IdempotencyKeys;
import ai.novacore.application.conversation.port.out.NodeRegistry;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conversations' part of the persistence. */
@Configuration(proxyBeanMethods = false)
public class ConversationPersistence {

    @Bean
    ConversationThreadStore conversationThreadStore(ConversationRows conversations, TurnRows turns, JdbcClient jdbc) {
        return new JpaConversationThreadStore(conversations, turns, new ConversationSearch(jdbc));
    }

    @Bean
    NodeRegistry nodeRegistry(JdbcClient jdbc) {
        return new JdbcNodeRegistry(jdbc);
    }

    @Bean
    OpenTurnStore openTurnStore(JdbcClient jdbc) {
        return new JdbcOpenTurnStore(jdbc);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc) {
        return new JdbcIdempotencyKeys(jdbc);
    }
}
