package ai.novacore.adapters.persistence;

import ai.novacore.adapters.persistence.keys.MasterKeys;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives tests the adapters as the application has them, over a database that is empty before each test. */
public final class OnPostgres implements BeforeEachCallback {

    /** Wraps the keys of all tests. */
    public static final MasterKeys MASTERS = MasterKeys.parse(MasterKeys.generate());

    private static final String EMPTY_ALL_TABLES = """
            do $$
            begin
                execute (
                    select 'truncate ' || string_agg(format('%I.%I', table_schema, table_name), ', ')
                    from information_schema.tables
                    where table_schema in ('account', 'readmodel') and table_type = 'BASE TABLE');
            end
            $$""";

    public static <T> T bean(Class<T> type) {
        return Holder.CONTEXT.getBean(type);
    }

    /** Runs work in a transaction, as a caller of the adapters does. */
    public static TransactionTemplate transaction() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    public static TestDatabase database() {
        return Holder.DATABASE;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        database().execute(EMPTY_ALL_TABLES);
    }

    /** The context is started on demand and lives as long as the JVM. */
    private static final class Holder {
        static final TestDatabase DATABASE = TestDatabase.fresh();
        static final ConfigurableApplicationContext CONTEXT = new SpringApplicationBuilder(Persistence.class)
                .web(WebApplicationType.NONE)
                .run("--spring.main.banner-mode=off", "--logging.level.root=warn");

        static {
            TestDatabase.beforeServerStops(CONTEXT::close);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({HibernateJpaAutoConfiguration.class, TransactionAutoConfiguration.class})
    @Import(PersistenceConfiguration.class)
    static class Persistence {

        @Bean(destroyMethod = "")
        DataSource dataSource() {
            return Holder.DATABASE.dataSource();
        }

        @Bean
        MasterKeys masterKeys() {
            return MASTERS;
        }
    }
}
