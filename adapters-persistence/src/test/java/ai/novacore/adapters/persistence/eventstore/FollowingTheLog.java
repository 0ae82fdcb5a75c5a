package ai.novacore.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.shared.DomainEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowingTheLog {
    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void showsEveryEventOnceAndInOrder() throws Exception {
        RecordingProjection projection = new RecordingProjection();
        try (BackboneOnPostgres node = BackboneOnPostgres.on(database, projection);
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int user = 0; user < 6; user++) {
                String name = "u" + user;
                threads.execute(() -> IntStream.range(0, 40)
                        .forEach(turn -> node.commands().dispatch(Quotas.reserve(name, "t" + turn))));
            }
            await().until(() -> projection.events().size() >= 6 * 41);

            assertThat(projection.events()).hasSize(6 * 41).doesNotHaveDuplicates();
            for (int user = 0; user < 6; user++) {
                assertThat(turnsOf(projection.events(), "u" + user))
                        .containsExactlyElementsOf(IntStream.range(0, 40)
                                .mapToObj(t -> "trn_t" + t)
                                .toList());
            }
        }
    }

    private static List<String> turnsOf(List<DomainEvent> events, String user) {
        return events.stream()
                .filter(QuotaEvent.UsageReserved.class::isInstance)
                .map(QuotaEvent.UsageReserved.class::cast)
                .filter(event -> event.id().equals(Quotas.of(user)))
                .map(event -> event.turn().value())
                .toList();
    }

    @Test
    void acknowledgedMeansReadable() throws Exception {
        RecordingProjection projection = new RecordingProjection();
        try (BackboneOnPostgres node = BackboneOnPostgres.on(database, projection)) {
            for (int turn = 0; turn < 50; turn++) {
                node.commands().dispatch(Quotas.reserve("ada", "t" + turn));
                assertThat(node.backbone.readModels().awaitLatest(Duration.ofSeconds(10)))
                        .isTrue();
                assertThat(projection.events()).hasSize(turn + 2);
            }
        }
    }

    /** Failure case 8: an event that is committed long after younger ones. */
    @Test
    void missesNoEventThatIsCommittedLate() throws Exception {
        RecordingProjection projection = new RecordingProjection();
        try (BackboneOnPostgres node = BackboneOnPostgres.on(database, projection);
                Connection slow = DriverManager.getConnection(database.url());
                Statement statement = slow.createStatement()) {
            node.commands().dispatch(Quotas.open("first"));
            slow.setAutoCommit(false);
            statement.execute("""
                    insert into eventstore.event
                           (stream, stream_type, sequence, event_id, type, payload, metadata, recorded_at)
                    select replace(stream, 'first', 'late'), stream_type, sequence, gen_random_uuid(), type,
                           replace(payload::text, 'first', 'late')::json, metadata, recorded_at
                    from eventstore.event
                    """);
            IntStream.range(0, 20).forEach(n -> node.commands().dispatch(Quotas.open("younger" + n)));
            slow.commit();

            await().until(() -> projection.events().size() == 22);
            assertThat(projection.events()).contains(new QuotaOpened(Quotas.of("late"), Quotas.NOON, Quotas.ALLOWANCE));
        }
    }

    /** A transaction that has its id early must not show its events before older ones of the same stream. */
    @Test
    void keepsTheOrderOfAStreamWhateverTransactionsDoFirst() throws Exception {
        RecordingProjection projection = new RecordingProjection();
        try (BackboneOnPostgres node = BackboneOnPostgres.on(database, projection);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            node.commands().dispatch(Quotas.reserve("ada", "1"));
            node.transaction.executeWithoutResult(early -> {
                node.jdbc.update("insert into account.email_registry (email, user_id) values ('early', 'usr_x')");
                CompletableFuture.runAsync(() -> node.commands().dispatch(Quotas.reserve("ada", "2")), other)
                        .join();
                node.commands().dispatch(Quotas.reserve("ada", "3"));
            });

            await().until(() -> turnsOf(projection.events(), "ada").size() == 3);
            assertThat(turnsOf(projection.events(), "ada")).containsExactly("trn_1", "trn_2", "trn_3");
        }
    }

    /** Transaction ids grow in digits: 999 comes before 1000, and not the other way round as texts do. */
    @Test
    void countsTransactionsAsNumbers() {
        try (BackboneOnPostgres writer = BackboneOnPostgres.on(database)) {
            for (String user : List.of("a", "b", "c")) {
                writer.commands().dispatch(Quotas.open(user));
            }
            writer.jdbc.update("update eventstore.event set horizon = '9' where stream like 'quota_usr_a%'");
            writer.jdbc.update("update eventstore.event set horizon = '99' where stream like 'quota_usr_b%'");
        }
        RecordingProjection projection = new RecordingProjection();
        try (BackboneOnPostgres reader = BackboneOnPostgres.on(database, projection)) {
            await().until(() -> projection.events().size() == 3);
            assertThat(projection.events().stream().map(event -> event.id().value()))
                    .containsExactly("quota_usr_a_2026-03-14", "quota_usr_b_2026-03-14", "quota_usr_c_2026-03-14");
            assertThat(((LogPosition) reader.engine.createHeadToken()).horizon())
                    .isGreaterThan(99);
        }
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() throws Exception {
        RecordingProjection before = new RecordingProjection();
        try (BackboneOnPostgres node = BackboneOnPostgres.on(database, before)) {
            node.commands().dispatch(Quotas.open("ada"));
            await().until(() -> before.events().size() == 1);
            assertThat(node.backbone.readModels().awaitLatest(Duration.ofSeconds(10)))
                    .isTrue();
        }
        RecordingProjection after = new RecordingProjection();
        try (BackboneOnPostgres node = BackboneOnPostgres.on(database, after)) {
            node.commands().dispatch(Quotas.open("bob"));
            await().until(() -> !after.events().isEmpty());
            assertThat(after.events())
                    .containsExactly(new QuotaOpened(Quotas.of("bob"), Quotas.NOON, Quotas.ALLOWANCE));
        }
    }

    @Test
    void seesWhatAnotherNodeRecords() throws Exception {
        RecordingProjection projection = new RecordingProjection();
        try (BackboneOnPostgres here = BackboneOnPostgres.on(database, projection);
                BackboneOnPostgres there = BackboneOnPostgres.on(database)) {
            there.commands().dispatch(Quotas.open("ada"));

            await().until(() -> projection.events().size() == 1);
            assertThat(here.backbone.processors()).containsKey("recording");
        }
    }
}
