package ai.novacore.bootstrap.database;

import ai.novacore.adapters.persistence.SearchPath;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The database: the one that {@code DATABASE_URL} names, or else, in the local profile, an embedded PostgreSQL. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
    private static final String NAMED = "!'${nova.database-url:}'.isBlank()";
    private static final String NOT_NAMED = "'${nova.database-url:}'.isBlank()";

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression(NAMED)
    static class Named {
        @Bean
        @ConfigurationProperties("spring.datasource.hikari")
        HikariDataSource dataSource(@Value("${nova.database-url}") String url) {
            DatabaseAddress address = DatabaseAddress.parse(url.strip());
            return pool(address);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression(NOT_NAMED)
    @Profile("local")
    static class Embedded {
        @Bean(destroyMethod = "close")
        EmbeddedDatabase embeddedDatabase(DataFolder folder) {
            return EmbeddedDatabase.start(folder);
        }

        @Bean
        @ConfigurationProperties("spring.datasource.hikari")
        HikariDataSource dataSource(EmbeddedDatabase database) {
            return pool(new DatabaseAddress(database.jdbcUrl(), null, null));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("local")
    static class Folder {
        @Bean(destroyMethod = "close")
        DataFolder dataFolder(@Value("${nova.data}") Path path) {
            return DataFolder.take(path);
        }
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setConnectionInitSql(SearchPath.SET_UP);
        if (address.user() != null) {
            pool.setUsername(address.user());
        }
        if (address.password() != null) {
            pool.setPassword(address.password());
        }
        return pool;
    }
}
