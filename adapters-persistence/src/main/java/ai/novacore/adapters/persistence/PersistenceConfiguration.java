package ai.novacore.adapters.persistence;

import ai.novacore.adapters.persistence.conversation.ConversationPersistence;
import ai.novacore.adapters.persistence.feedback.FeedbackPersistence;
import ai.novacore.adapters.persistence.keys.KeyPersistence;
import ai.novacore.adapters.persistence.memory.MemoryPersistence;
import ai.novacore.adapters.persistence.policy.PolicyPersistence;
import ai.novacore.adapters.persistence.quota.QuotaPersistence;
import ai.novacore.adapters.persistence.replay.ReplayPersistence;
import ai.novacore.adapters.persistence.subscription.SubscriptionPersistence;
import ai.novacore.adapters.persistence.support.SupportPersistence;
import ai.novacore.adapters.persistence.user.UserPersistence;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The read models and account tables in PostgreSQL, as adapters of the application's ports. Needs a {@link DataSource}
 * whose database is migrated and whose connections have the {@link SearchPath}, and Boot's JPA with its transaction manager. All methods of the adapters join the caller's
 * transaction or make their own.
 */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = PersistenceConfiguration.class)
@EnableJpaRepositories(basePackageClasses = PersistenceConfiguration.class)
@Import({
    UserPersistence.class,
    QuotaPersistence.class,
    ConversationPersistence.class,
    MemoryPersistence.class,
    PolicyPersistence.class,
    KeyPersistence.class,
    SubscriptionPersistence.class,
    ReplayPersistence.class,
    SupportPersistence.class,
    FeedbackPersistence.class
})
public class PersistenceConfiguration {

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    /** Flyway alone makes tables, and the mappings name every table and column as it is. */
    @Bean
    HibernatePropertiesCustomizer tablesAsTheyAre() {
        return properties -> properties.putAll(Map.of(
                SchemaToolingSettings.HBM2DDL_AUTO, "none",
                MappingSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategyStandardImpl.class.getName(),
                JdbcSettings.JDBC_TIME_ZONE, "UTC"));
    }
}
