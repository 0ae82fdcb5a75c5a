package ai.novacore.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryCommand.ForgetMemory;
import ai.novacore.domain.memory.MemoryCommand.ReviseMemory;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
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

class SealingTheLog {
    private static final UserId ADA = new UserId("usr_ada");
    private static final Actor WORKER = Actor.system("test");
    private static final PersonalText HARBOUR = new PersonalText("Met at the harbour.");

    private final TestDatabase database = TestDatabase.fresh();
    private final BackboneOnPostgres node = BackboneOnPostgres.on(database);

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void leavesEventsReadableButForWhatIsPersonal() {
        node.commands().dispatch(store(ADA, "mem_1"));

        Map<String, @Nullable Object> row = node.jdbc.queryForMap("""
                select payload ->> 'owner' as owner, payload ->> 'kind' as kind, payload -> 'text' ->> 'for' as person,
                       payload -> 'text' ->> 'sealed' as text, payload::text as whole
                from eventstore.event
                """);

        assertThat(row)
                .containsEntry("owner", "usr_ada")
                .containsEntry("kind", "NOTE")
                .containsEntry("person", "usr_ada");
        assertThat((String) row.get("text")).isNotBlank();
        assertThat((String) row.get("whole")).doesNotContain("harbour");
    }

    @Test
    void decidesOnWhatIsSealed() {
        node.commands().dispatch(store(ADA, "mem_1"));

        try (BackboneOnPostgres other = BackboneOnPostgres.on(database)) {
            assertThat(other.commands().dispatch(store(ADA, "mem_1"))).isEmpty();
            assertThat(other.commands().dispatch(revise("mem_1", HARBOUR))).isEmpty();
            assertThat(other.commands().dispatch(revise("mem_1", new PersonalText("Met at the pier."))))
                    .hasSize(1);
        }
    }

    @Test
    void replaysAndDecidesOnWhatIsErased() {
        node.commands().dispatch(store(ADA, "mem_1"));
        node.keys.destroy(ADA);
        RecordingProjection projection = new RecordingProjection();

        try (BackboneOnPostgres restarted = BackboneOnPostgres.on(database, projection)) {
            await().until(() -> projection.events().size() == 1);
            assertThat(projection.events().getFirst())
                    .isInstanceOfSatisfying(
                            MemoryStored.class,
                            event -> assertThat(event.text()).isEqualTo(new PersonalText("[erased]")));
            assertThat(restarted.commands().dispatch(forget("mem_1"))).hasOnlyElementsOfType(MemoryForgotten.class);
            restarted.commands().dispatch(store(ADA, "mem_2"));
        }
        assertThat(node.jdbc.queryForList(
                        "select payload -> 'text' ->> 'sealed' from eventstore.event where stream = 'mem_2'",
                        String.class))
                .containsExactly("");
    }

    /** As many at once as there are connections, each for somebody who has no key yet, and two each for the same one. */
    @Test
    void makesKeysWithNoMoreConnectionsThanItHas() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<List<DomainEvent>>> first = IntStream.range(0, 80)
                    .<Callable<List<DomainEvent>>>mapToObj(n ->
                            () -> node.commands().dispatch(store(new UserId("usr_" + n / 2), "mem_" + n)))
                    .toList();
            for (Future<List<DomainEvent>> done : threads.invokeAll(first)) {
                assertThat(done.get()).hasSize(1);
            }
        }

        assertThat(node.jdbc.queryForObject("select count(*) from eventstore.personal_key", Long.class))
                .isEqualTo(40);
        try (BackboneOnPostgres other = BackboneOnPostgres.on(database)) {
            assertThat(IntStream.range(0, 80)
                            .mapToObj(n -> other.engine
                                    .readEvents("mem_" + n)
                                    .asStream()
                                    .findFirst()
                                    .orElseThrow()
                                    .getPayload()))
                    .allSatisfy(
                            event -> assertThat(((MemoryStored) event).text()).isEqualTo(HARBOUR));
        }
    }

    private static StoreMemory store(UserId owner, String id) {
        return new StoreMemory(
                new MemoryId(id),
                WORKER,
                Quotas.NOON,
                owner,
                MemoryTier.LTM,
                MemoryKind.NOTE,
                HARBOUR,
                0.5,
                List.<Evidence>of(),
                Quotas.NOON,
                null,
                null);
    }

    private static ReviseMemory revise(String id, PersonalText text) {
        return new ReviseMemory(new MemoryId(id), WORKER, Quotas.NOON, ADA, text);
    }

    private static ForgetMemory forget(String id) {
        return new ForgetMemory(new MemoryId(id), WORKER, Quotas.NOON, ADA, ForgetReason.ERASURE, null);
    }
}
