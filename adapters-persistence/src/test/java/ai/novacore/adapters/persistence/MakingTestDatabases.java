package ai.novacore.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MakingTestDatabases {

    @Test
    void eachIsMigratedAndApartFromTheOthers() throws SQLException {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            one.execute("create table mark (id int)");

            assertThat(exists(one, "flyway_schema_history")).isTrue();
            assertThat(exists(one, "mark")).isTrue();
            assertThat(exists(other, "mark")).isFalse();
        }
    }

    @Test
    void goneWhenClosedEvenIfSomebodyIsConnected() throws SQLException {
        try (TestDatabase watcher = TestDatabase.fresh()) {
            TestDatabase gone = TestDatabase.fresh();
            String name = gone.url().replaceFirst(".*/([^?]+).*", "$1");
            assertThat(count(watcher, "select count(*) from pg_database where datname = '" + name + "'"))
                    .isEqualTo(1);
            gone.close();
            assertThat(count(watcher, "select count(*) from pg_database where datname = '" + name + "'"))
                    .isZero();
        }
    }

    private static boolean exists(TestDatabase database, String table) throws SQLException {
        return count(database, "select count(*) from information_schema.tables where table_name = '" + table + "'") > 0;
    }

    private static long count(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
