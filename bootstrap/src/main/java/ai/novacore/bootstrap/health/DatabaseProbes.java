package ai.novacore.bootstrap.health;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the database over a connection of its own, so that a pool that is used up is not taken for a database that is gone.
 * All that it is asked, it is asked over one connection every few seconds.
 */
final class DatabaseProbes {
    static final String DATABASE = "database";
    static final String MIGRATIONS = "migrations";
    static final String EVENT_STORE = "eventStore";
    static final String POOL = "pool";

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int SECONDS = 2;

    private final HikariDataSource pool;
    private final String version;

    /** What a look at the database brought. */
    private record Seen(Finding database, Finding migrations, Finding eventStore) {
        static Seen nothing() {
            Finding without = Finding.down("cannot be seen without the database");
            return new Seen(Finding.down("does not answer"), without, without);
        }
    }

    private volatile Seen seen = Seen.nothing();
    private final Probe database = new Probe(DATABASE, FRESH, LIMIT, this::look);

    /** @param version the migration that this program has brought the database to */
    DatabaseProbes(HikariDataSource pool, String version) {
        this.pool = pool;
        this.version = version;
    }

    List<Probe> all() {
        return List.of(
                database,
                after(MIGRATIONS, () -> seen.migrations()),
                after(EVENT_STORE, () -> seen.eventStore()),
                new Probe(POOL, Duration.ZERO, LIMIT, this::pool));
    }

    /** What is known once the database was looked at. */
    private Probe after(String name, Supplier<Finding> known) {
        return new Probe(name, Duration.ZERO, LIMIT, () -> {
            Finding reached = database.finding();
            return reached.up() ? known.get() : Seen.nothing().migrations();
        });
    }

    private Finding look() {
        Seen found;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            statement.execute("select 1");
            found = new Seen(Finding.UP, attempt(() -> migrations(statement)), attempt(() -> eventStore(statement)));
        } catch (SQLException e) {
            found = Seen.nothing();
        }
        seen = found;
        return found.database();
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        Map<String, String> wanted = new LinkedHashMap<>();
        put(wanted, "user", pool.getUsername());
        put(wanted, "password", pool.getPassword());
        wanted.put("connectTimeout", Integer.toString(SECONDS));
        wanted.put("loginTimeout", Integer.toString(SECONDS));
        wanted.put("socketTimeout", Integer.toString(SECONDS));
        wanted.put("ApplicationName", "novacore health");
        wanted.forEach(properties::setProperty);
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }

    private static void put(Map<String, String> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    @FunctionalInterface
    private interface Question {
        Finding ask() throws SQLException;
    }

    private static Finding attempt(Question question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            return Finding.down("fails with " + e.getSQLState());
        }
    }

    /** Another node may be newer, and have migrated further: what is older goes on working. */
    private Finding migrations(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select coalesce(bool_and(success), false), coalesce(max(version::numeric), 0)
                from flyway_schema_history where version is not null""")) {
            rows.next();
            if (!rows.getBoolean(1)) {
                return Finding.down("one has failed");
            }
            String reached = rows.getBigDecimal(2).stripTrailingZeros().toPlainString();
            return rows.getBigDecimal(2).compareTo(new BigDecimal(version)) < 0
                    ? Finding.down("at " + reached + " instead of " + version)
                    : Finding.UP;
        }
    }

    private static Finding eventStore(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select current_setting('transaction_read_only') = 'on',
                       (select max(position) from eventstore.event)""")) {
            rows.next();
            return rows.getBoolean(1) ? Finding.down("can only be read") : Finding.UP;
        }
    }

    /** Used up for a moment is nothing; when as many wait as there are connections, everybody waits long. */
    private Finding pool() {
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        if (state == null) {
            return Finding.down("is not open");
        }
        return state.getThreadsAwaitingConnection() >= pool.getMaximumPoolSize()
                ? Finding.down("is used up, and as many wait as there are connections")
                : Finding.UP;
    }
}
