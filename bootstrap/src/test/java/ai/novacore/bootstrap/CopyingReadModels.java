package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.backbone.port.out.ReadModelCopies;
import ai.novacore.application.backbone.port.out.ReadModelCopies.Copy;
import ai.novacore.application.shared.Projection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** A copy is as its original in everything that later migrations may rely on, and is written by its projection alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyingReadModels {
    private static final Map<String, Set<String>> TABLES = Map.of(
            "accounts", Set.of("account"),
            "quota-usage", Set.of("quota_usage", "quota_reservation", "quota_warning"),
            "usage-ledger", Set.of("usage_ledger"),
            "conversation-threads", Set.of("conversation", "conversation_turn", "conversation_words"),
            "memory-shelf", Set.of("memory_shelf"),
            "memory-index", Set.of("memory_index", "memory_index_state"),
            "memory-runs", Set.of("memory_run", "memory_run_change"),
            "subscriptions", Set.of("subscription"));

    private static final String PROPERTIES = """
            select c.relname || ' column ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull::text
                || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' ' || a.attcollation::text || ' ' || a.attstorage::text
                || ' ' || coalesce(a.attstattarget, -1)::text || a.attgenerated::text || a.attidentity::text
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relnamespace = ?::regnamespace and c.relkind = 'r'
            union all
            select c.relname || ' constraint ' || conname || ' ' || contype::text || ' ' || pg_get_constraintdef(con.oid)
            from pg_constraint con join pg_class c on c.oid = con.conrelid
            where c.relnamespace = ?::regnamespace
            union all
            select tablename || ' index ' || replace(indexdef, schemaname || '.', '') from pg_indexes where schemaname = ?
            union all
            select relname || ' options ' || coalesce(reloptions::text, '') || coalesce(relacl::text, '') from pg_class
            where relnamespace = ?::regnamespace and relkind = 'r'
            order by 1""";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private Product product;

    @BeforeAll
    void start() {
        product = Product.startOn(database);
        Caller ada = Caller.member(product.address());
        ada.ask("I keep bees on the roof of my house.");
        ada.post("/api/memory/memories", "{\"content\":\"My favourite colour is moss green.\"}");
        assertThat(product.bean(Backbone.class).awaitReadModels(Duration.ofSeconds(30)))
                .isTrue();
    }

    @AfterAll
    void stop() {
        product.close();
        database.close();
    }

    @Test
    void givesEveryTableToOneProjection() {
        List<String> tables =
                TABLES.values().stream().flatMap(Set::stream).sorted().toList();

        assertThat(tables).isEqualTo(strings("select table_name from readmodel.derived_table order by 1"));
    }

    @Test
    void hasEverythingThatTheOriginalHas() {
        jdbc.execute("alter table readmodel.usage_ledger set (autovacuum_vacuum_scale_factor = 0.01)");
        jdbc.execute("grant select on readmodel.account to public");
        try (Copy copy = begin(product.bean(ReadModelCopies.class), "usage-ledger")) {
            assertThat(copy.build().eventsTotal()).isPositive();
            assertThat(properties("replay_probe"))
                    .isEqualTo(properties("readmodel"))
                    .anyMatch(property -> property.contains("memory_shelf_count"))
                    .anyMatch(property -> property.contains("autovacuum_vacuum_scale_factor"));
        }
        assertThat(strings("select nspname from pg_namespace where nspname like 'replay%'"))
                .isEmpty();
    }

    @Test
    void writesWhatIsItsOwnAndNothingElse() {
        for (String projection : TABLES.keySet()) {
            try (Copy copy = begin(product.bean(ReadModelCopies.class), projection)) {
                while (!copy.build().complete()) {
                    // goes on
                }
                Set<String> written = strings("select table_name from readmodel.derived_table").stream()
                        .filter(table -> !Boolean.TRUE.equals(jdbc.queryForObject(
                                "select not exists (select from replay_probe." + table + ")", Boolean.class)))
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(TABLES.get(projection)).as(projection).containsAll(written);
                if (!projection.equals("memory-runs") && !projection.equals("subscriptions")) {
                    assertThat(written).as(projection).isNotEmpty();
                }
            }
        }
    }

    private Copy begin(ReadModelCopies copies, String projection) {
        Projection wanted = product.beans(Projection.class).stream()
                .filter(one -> one.name().equals(projection))
                .findFirst()
                .orElseThrow();
        return copies.begin(wanted, "probe");
    }

    private List<@Nullable String> properties(String schema) {
        return jdbc.queryForList(PROPERTIES, String.class, schema, schema, schema, schema);
    }

    private List<@Nullable String> strings(String sql) {
        return jdbc.queryForList(sql, String.class);
    }
}
