package ai.novacore.adapters.persistence.eventstore;

import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class SignallingOtherNodes {
    private final TestDatabase database = TestDatabase.fresh();
    private final Semaphore heardThere = new Semaphore(0);
    private final NodeSignals here = new NodeSignals(database.dataSource(), () -> {});
    private final NodeSignals there = new NodeSignals(database.dataSource(), heardThere::release);

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void isHeardByAnotherNode() {
        there.start();
        here.start();

        await().until(() -> {
            here.appended(LogPosition.START);
            return heardThere.tryAcquire(100, TimeUnit.MILLISECONDS);
        });
    }

    @Test
    void isHeardAgainAfterItsConnectionsBroke() {
        there.start();
        here.start();
        await().until(() -> {
            here.appended(LogPosition.START);
            return heardThere.tryAcquire(100, TimeUnit.MILLISECONDS);
        });

        new JdbcTemplate(database.dataSource())
                .queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
        heardThere.drainPermits();

        await().until(() -> {
            here.appended(LogPosition.START);
            return heardThere.tryAcquire(100, TimeUnit.MILLISECONDS);
        });
    }
}
