package ai.novacore.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OnPostgres.class)
class LayingOutTables {
    private final JdbcClient jdbc = OnPostgres.bean(JdbcClient.class);

    @Test
    void usesTypesThatHoldTheWholeValue() {
        assertThat(strings("""
                select distinct data_type from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema in ('account', 'readmodel') and t.table_type = 'BASE TABLE'"""))
                .isNotEmpty()
                .isSubsetOf(
                        "text",
                        "timestamp with time zone",
                        "bigint",
                        "boolean",
                        "double precision",
                        "bytea",
                        "date",
                        "tsvector");
    }

    @Test
    void namesWhatCanBeEmptiedAndReplayed() {
        assertThat(strings("select table_name from readmodel.derived_table"))
                .containsExactly(
                        "account",
                        "conversation",
                        "conversation_turn",
                        "conversation_words",
                        "memory_index",
                        "memory_index_state",
                        "memory_run",
                        "memory_run_change",
                        "memory_shelf",
                        "quota_reservation",
                        "quota_usage",
                        "quota_warning",
                        "subscription",
                        "usage_ledger");
    }

    @Test
    void tiesNothingElseToDerivedTables() {
        assertThat(strings("select constraint_name from information_schema.referential_constraints"
                        + " where unique_constraint_schema = 'readmodel'"))
                .isEmpty();
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }
}
