package ai.novacore.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.DomainRejection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppendingAndReloading {
    private final TestDatabase database = TestDatabase.fresh();
    private final BackboneOnPostgres node = BackboneOnPostgres.on(database);

    @AfterEach
    void close() throws Exception {
        node.close();
        database.close();
    }

    @Test
    void writesEventsThatPsqlCanRead() {
        node.commands().dispatch(Quotas.reserve("ada", "1"));

        Map<String, @Nullable Object> row = node.jdbc.queryForMap("""
                select stream, stream_type, sequence, type, payload ->> 'turn' as turn, payload ->> 'outputTokens' as cap,
                       metadata ->> 'correlationId' as correlation
                from eventstore.event where sequence = 1
                """);

        assertThat(row)
                .containsEntry("stream", "quota_usr_ada_2026-03-14")
                .containsEntry("stream_type", "quota")
                .containsEntry("sequence", 1L)
                .containsEntry("type", "quota.usage-reserved/1")
                .containsEntry("turn", "trn_1")
                .containsEntry("cap", "20");
        assertThat((String) row.get("correlation")).isNotBlank();
    }

    @Test
    void usesNoLargeObjects() {
        node.commands().dispatch(Quotas.reserve("ada", "1"));

        assertThat(node.jdbc.queryForObject("select count(*) from pg_largeobject_metadata", Long.class))
                .isZero();
        assertThat(node.jdbc.queryForList(
                        "select column_name from information_schema.columns where udt_name = 'oid' and table_schema in"
                                + " ('eventstore', 'account', 'readmodel', 'public')",
                        String.class))
                .isEmpty();
    }

    @Test
    void decidesOnWhatAnotherNodeRecorded() throws Exception {
        node.commands().dispatch(Quotas.reserve("ada", "1"));

        try (BackboneOnPostgres other = BackboneOnPostgres.on(database)) {
            assertThat(other.commands().dispatch(Quotas.reserve("ada", "1"))).isEmpty();
            assertThat(other.commands().dispatch(Quotas.settle("ada", "1"))).hasOnlyElementsOfType(UsageSettled.class);
        }
        assertThat(node.commands().dispatch(Quotas.settle("ada", "1"))).isEmpty();
    }

    @Test
    void comesBackFromASnapshotAsItWas() throws Exception {
        for (int turn = 0; turn < 120; turn++) {
            node.commands().dispatch(Quotas.reserve("ada", "t" + turn));
            node.commands().dispatch(Quotas.settle("ada", "t" + turn));
        }
        await().untilAsserted(() -> assertThat(
                        node.jdbc.queryForObject("select max(sequence) from eventstore.snapshot", Long.class))
                .isGreaterThanOrEqualTo(100));
        node.jdbc.update("delete from eventstore.event where sequence < 100");

        try (BackboneOnPostgres restarted = BackboneOnPostgres.on(database)) {
            assertThat(restarted.commands().dispatch(Quotas.settle("ada", "t0")))
                    .isEmpty();
            assertThat(restarted.commands().dispatch(Quotas.reserve("ada", "t119")))
                    .isEmpty();
            assertThatThrownBy(() -> restarted.commands().dispatch(Quotas.settle("ada", "unknown")))
                    .isInstanceOf(DomainRejection.class);
        }
    }

    @Test
    void recordsTogetherOrNotAtAll() {
        assertThatThrownBy(() -> node.commands().atomically(() -> {
                    node.commands().dispatch(Quotas.reserve("ada", "1"));
                    return node.commands().dispatch(Quotas.settle("bob", "1"));
                }))
                .isInstanceOf(DomainRejection.class);

        assertThat(countEvents()).isZero();

        node.commands().atomically(() -> {
            node.commands().dispatch(Quotas.open("ada"));
            return node.commands().dispatch(Quotas.open("bob"));
        });
        assertThat(countEvents()).isEqualTo(2);
    }

    @Test
    void triesAgainWhatLostARace() throws Exception {
        try (BackboneOnPostgres other = BackboneOnPostgres.on(database);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Object>> reservations = IntStream.range(0, 80)
                    .<Callable<Object>>mapToObj(
                            n -> () -> (n % 2 == 0 ? node : other).commands().dispatch(Quotas.reserve("ada", "t" + n)))
                    .toList();
            for (Future<Object> done : threads.invokeAll(reservations)) {
                assertThat((List<?>) done.get()).hasAtLeastOneElementOfType(UsageReserved.class);
            }
        }

        assertThat(node.jdbc.queryForList("select sequence from eventstore.event order by sequence", Long.class))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 80).mapToObj(Long::valueOf).toList());
        assertThat(node.jdbc.queryForObject(
                        "select count(*) from eventstore.event where type = 'quota.opened/1'", Long.class))
                .isEqualTo(1);
    }

    private long countEvents() {
        Long count = node.jdbc.queryForObject("select count(*) from eventstore.event", Long.class);
        return count == null ? -1 : count;
    }
}
