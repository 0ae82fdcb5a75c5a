package ai.novacore.bench;

import ai.novacore.adapters.persistence.PersistenceConfiguration;
import ai.novacore.adapters.persistence.eventstore.EventStoreConfiguration;
import ai.novacore.adapters.persistence.keys.MasterKeys;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.axon.Backbone.Followers;
import ai.novacore.application.axon.BackboneStores;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.Saga;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The product's backbone with its pool and its transaction manager, but with nothing that follows the events. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties
@ImportAutoConfiguration({
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@Import({PersistenceConfiguration.class, EventStoreConfiguration.class})
class BareBackbone {

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(@Value("${bench.database}") String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        return pool;
    }

    @Bean
    MasterKeys masterKeys() {
        return MasterKeys.parse(MasterKeys.generate());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Backbone backbone(BackboneStores stores) {
        return new Backbone(
                stores, new Followers(List.<Projection>of(), List.<Saga<?>>of(), List.<Effect>of()), Clock.systemUTC());
    }
}
