package ai.novacore.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Something that takes webhooks and stores them.
 *
 * @param database the database where it does, as a JDBC address
 * @param table the table, with a column {@code id}
 * @param processor what it uses of the processor, without the database
 * @param databaseProcessor what the database uses
 */
record WebhookTaker(
        String name, int port, String database, String table, Processor processor, Processor databaseProcessor) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How many of the events whose ids begin like this are stored. */
    int stored(String prefix) {
        return count("select count(*) from " + table + " where starts_with(id, ?)", prefix);
    }

    /** Waits until nothing is left to be done about what is stored. */
    void awaitApplied() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (count("select count(*) from " + table + " where status = ?", "PENDING") > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("what was stored is not applied");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private int count(String query, String argument) {
        try (Connection connection = DriverManager.getConnection(database);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
