package ai.novacore.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A PostgreSQL database of a test's own, with all migrations applied. Made as a copy of a template that is migrated once
 * per JVM, which takes some tens of milliseconds. Gone when closed.
 *
 * <p>The server is an embedded one that lives as long as the JVM, or the one that {@value TestServer#URL_SETTING} names.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestServer server;
    private final String name;
    private final HikariDataSource pool;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.urlOf(name));
        config.setConnectionInitSql(SearchPath.SET_UP);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setPoolName(name);
        this.pool = new HikariDataSource(config);
    }

    /** Has something closed at the end of the tests, while there still is a server. */
    public static void beforeServerStops(Runnable close) {
        TestServer.beforeStop(close);
    }

    /** A new database, migrated and empty. */
    public static TestDatabase fresh() {
        TestServer server = TestServer.running();
        String name = "nova_test_" + TestServer.RUN + "_" + COUNT.incrementAndGet();
        server.create(name);
        return new TestDatabase(server, name);
    }

    /** A small pool of connections to it. */
    public DataSource dataSource() {
        return pool;
    }

    /** Its JDBC address, with the user in it; for an application that makes its own pool. */
    public String url() {
        return server.urlOf(name);
    }

    /** Runs a statement of the test's own. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes the pool and drops the database, whoever is still connected to it. */
    @Override
    public void close() {
        pool.close();
        server.drop(name);
    }
}
