package ai.novacore.adapters.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL server of this JVM's tests, with a migrated database as the template of all others. */
final class TestServer {

    /** System property, or environment variable in capitals with underscores: a JDBC address with the user in it. */
    static final String URL_SETTING = "nova.test.database-url";

    /** Sets this JVM's databases apart from those of others that use the same server. */
    static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private static final String TEMPLATE = "nova_template_" + RUN;

    /** What uses the server until the end; the one that came last is closed first. */
    private static final Deque<Runnable> USERS = new ConcurrentLinkedDeque<>();

    private final String url;

    private TestServer(String url) {
        this.url = url;
    }

    /** Started and migrated at the first call. */
    static TestServer running() {
        return Holder.SERVER;
    }

    /** Has something closed before the server stops, which would otherwise wait for answers that never come. */
    static void beforeStop(Runnable close) {
        USERS.addFirst(close);
    }

    String urlOf(String database) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        int query = url.indexOf('?');
        return url.substring(0, path + 1) + database + (query < 0 ? "" : url.substring(query));
    }

    void create(String database) {
        execute("create database " + database + " template " + TEMPLATE);
    }

    void drop(String database) {
        execute("drop database if exists " + database + " with (force)");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Also those that their tests left open until the end. */
    private void dropAllOfThisRun() {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select datname from pg_database where datname like '%" + RUN + "%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        names.forEach(this::drop);
    }

    private void migrateTemplate() {
        execute("create database " + TEMPLATE);
        Flyway.configure()
                .dataSource(urlOf(TEMPLATE), null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** Holds the one server; loaded, and so started, on demand. */
    private static final class Holder {

        static final TestServer SERVER = start();

        private static TestServer start() {
            String external = setting();
            EmbeddedPostgres own = external == null ? embedded() : null;
            TestServer server = new TestServer(own == null ? external : own.getJdbcUrl("postgres", "postgres"));
            server.migrateTemplate();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, own)));
            return server;
        }

        private static void stop(TestServer server, @Nullable EmbeddedPostgres own) {
            USERS.forEach(Runnable::run);
            if (own == null) {
                server.dropAllOfThisRun();
                return;
            }
            try {
                own.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String setting() {
            String property = System.getProperty(URL_SETTING);
            return property != null
                    ? property
                    : System.getenv(
                            URL_SETTING.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
        }

        /** Nothing here needs to outlive a crash. */
        private static EmbeddedPostgres embedded() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "200")
                        .setCleanDataDirectory(true)
                        .setRegisterShutdownHook(false)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
