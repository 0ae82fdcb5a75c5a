package ai.novacore.bootstrap;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a node had begun when it was killed is done by another soon, so that the turns of dead nodes do end. */
class TakingOverJobs {
    private static final String DEAD = "a node that is dead";

    @Test
    void doesNotWaitForANodeThatIsDead() {
        ScriptedModel.first();
        await().until(() -> update("update scheduled_tasks set picked = true, picked_by = '" + DEAD
                        + "', last_heartbeat = now() - interval '30 seconds', version = version + 1"
                        + " where task_name = 'end-orphaned-turns' and not picked")
                == 1);

        await().atMost(Duration.ofSeconds(40)).until(() -> !DEAD.equals(pickedBy()));
    }

    private static int update(String sql) throws SQLException {
        try (Connection connection = ScriptedModel.DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static String pickedBy() throws SQLException {
        try (Connection connection = ScriptedModel.DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select coalesce(picked_by, '') from scheduled_tasks where task_name = 'end-orphaned-turns'")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
