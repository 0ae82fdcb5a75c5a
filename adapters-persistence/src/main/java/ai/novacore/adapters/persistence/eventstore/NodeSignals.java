package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.adapters.persistence.eventstore.PostgresEventStorageEngine.AppendListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes that something was appended, and hears when they say so, by PostgreSQL's {@code LISTEN} and {@code
 * NOTIFY}. Sent after the commit and apart from it, because a notification within a transaction makes all commits queue
 * up; many appends make one signal. Keeps two connections. A signal that is lost costs no event, only the time until the
 * tail looks by itself. See docs/adr/0005.
 */
final class NodeSignals implements AppendListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeSignals.class);
    private static final int BETWEEN_SIGNALS_MILLIS = 5;
    private static final int HEARING_MILLIS = 250;
    private static final int FAILURE_PAUSE_MILLIS = 1_000;

    private final DataSource database;
    private final Runnable heard;
    private final Semaphore toTell = new Semaphore(0);
    private final Thread teller = Thread.ofVirtual().name("signal-teller").unstarted(() -> keepUp(this::tell));
    private final Thread hearer = Thread.ofVirtual().name("signal-hearer").unstarted(() -> keepUp(this::hear));
    private volatile boolean closed;

    /** What is done over one connection until it breaks. */
    private interface Work {
        void over(Connection connection) throws SQLException, InterruptedException;
    }

    /**
     * @param heard run whenever some node, this one included, has appended something
     */
    NodeSignals(DataSource database, Runnable heard) {
        this.database = database;
        this.heard = heard;
    }

    void start() {
        teller.start();
        hearer.start();
    }

    @Override
    public void appended(LogPosition newest) {
        toTell.release();
    }

    private void tell(Connection connection) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            while (!closed) {
                toTell.acquire();
                toTell.drainPermits();
                statement.execute("set local synchronous_commit = off"); // of a signal there is nothing to be kept
                statement.execute("notify nova_appended");
                connection.commit();
                TimeUnit.MILLISECONDS.sleep(BETWEEN_SIGNALS_MILLIS);
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen nova_appended");
            PGConnection postgres = connection.unwrap(PGConnection.class);
            try {
                while (!closed) {
                    if (postgres.getNotifications(HEARING_MILLIS).length > 0) {
                        heard.run();
                    }
                }
            } finally {
                statement.execute("unlisten *"); // the connection goes back to the pool
            }
        }
    }

    private void keepUp(Work work) {
        while (!closed) {
            try (Connection connection = database.getConnection()) {
                work.over(connection);
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("Signals between nodes are interrupted, trying again in {} ms", FAILURE_PAUSE_MILLIS, e);
                    pause();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(FAILURE_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        teller.interrupt();
        // Not interrupted: that would break its connection. It looks up within its hearing time.
        try {
            hearer.join(Duration.ofMillis(2 * HEARING_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
