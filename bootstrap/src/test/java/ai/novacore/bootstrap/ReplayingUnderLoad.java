package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.axon.Backbone;
import ai.novacore.application.backbone.port.in.ReplayUseCase;
import ai.novacore.application.backbone.port.out.Replay;
import ai.novacore.application.backbone.port.out.Replay.Status;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.memory.MemoryCommand.RecallMemory;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A bug is planted in a read model: it shows half of a member's memories twice as important, and the rest not at all. It is
 * replayed to the right answer while these memories are recalled and readers look: they see all of the one or all of the
 * other, and nothing that came meanwhile is lost.
 */
class ReplayingUnderLoad {
    private static final boolean LONG = Boolean.getBoolean("nova.long");
    private static final int MEMORIES = LONG ? 5_000 : 300;
    private static final int ROUNDS = LONG ? 5 : 1;
    private static final Duration PATIENCE = Duration.ofMinutes(LONG ? 30 : 5);

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final UserId member = new UserId("usr_00000000000000000000000000");
    private Product product;

    @BeforeEach
    void start() {
        product = Product.startOn(database);
    }

    @AfterEach
    void stop() {
        product.close();
        database.close();
    }

    @Test
    void isRightAgainAndNeverHalfBuilt() throws Exception {
        List<MemoryId> memories = new ArrayList<>();
        for (int memory = 0; memory < MEMORIES; memory++) {
            memories.add(remember());
        }
        settle();
        for (int round = 0; round < ROUNDS; round++) {
            jdbc.update(
                    "delete from readmodel.memory_shelf where owner = ? and ctid in ("
                            + " select ctid from readmodel.memory_shelf where owner = ? limit ?)",
                    member.value(),
                    member.value(),
                    MEMORIES / 2);
            jdbc.update("update readmodel.memory_shelf set importance = 1 where owner = ?", member.value());

            Replay done = replayUnderLoad(memories);

            assertThat(done.failure()).isNull();
            assertThat(done.status()).isEqualTo(Status.SWAPPED);
            assertThat(done.differences()).hasSize(1);
            assertThat(done.differences().getFirst().missing()).isEqualTo(MEMORIES / 2);
            assertThat(done.differences().getFirst().changed()).isEqualTo(MEMORIES - MEMORIES / 2);
            settle();
            assertThat(jdbc.queryForObject("select sum(recalls) from readmodel.memory_shelf", Long.class))
                    .isEqualTo(jdbc.queryForObject(
                            "select count(*) from eventstore.event where type = 'memory.recalled/1'", Long.class));
            Replay again = replay(false);
            assertThat(again.differences()).isEmpty();
            assertThat(again.status()).isEqualTo(Status.SWAPPED);
        }
    }

    private Replay replayUnderLoad(List<MemoryId> memories) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        List<Future<?>> load = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < 3; reader++) {
                load.add(threads.submit(() -> {
                    while (!over.get()) {
                        seen.add(shown());
                    }
                }));
            }
            load.add(threads.submit(() -> {
                for (int turn = 0; !over.get(); turn++) {
                    recall(memories.get(turn % MEMORIES));
                }
            }));
            Replay done;
            try {
                done = replay(true);
            } finally {
                over.set(true);
            }
            for (Future<?> one : load) {
                one.get();
            }
            String wrong = MEMORIES - MEMORIES / 2 + " of " + (MEMORIES - MEMORIES / 2) + ".0";
            String right = MEMORIES + " of " + MEMORIES / 2 + ".0";
            assertThat(seen).contains(wrong).isSubsetOf(wrong, right);
            assertThat(shown()).isEqualTo(right);
            return done;
        }
    }

    /** How many memories a member has, and how important they are together. */
    private String shown() {
        Map<String, @Nullable Object> row = jdbc.queryForMap(
                "select count(*) as count, sum(importance) as weight from memory_shelf where owner = ?",
                member.value());
        return row.get("count") + " of " + row.get("weight");
    }

    private Replay replay(boolean swapWhenDifferent) {
        ReplayUseCase replays = product.bean(ReplayUseCase.class);
        String id = replays.ask("memory-shelf", "a test", swapWhenDifferent).id();
        return await().atMost(PATIENCE)
                .until(
                        () -> replays.list("memory-shelf", 1).getFirst(),
                        latest -> latest.id().equals(id) && latest.status().isOver());
    }

    private void settle() {
        assertThat(product.bean(Backbone.class).awaitReadModels(PATIENCE)).isTrue();
    }

    private MemoryId remember() {
        MemoryId id = new MemoryId(next("mem_"));
        Instant now = Instant.now();
        dispatch(new StoreMemory(
                id,
                Actor.member(member),
                now,
                member,
                MemoryTier.ITM,
                MemoryKind.FACT,
                new PersonalText("A fact."),
                0.5,
                List.of(),
                now,
                null,
                null));
        return id;
    }

    private void recall(MemoryId memory) {
        dispatch(new RecallMemory(memory, Actor.member(member), Instant.now(), member, new TurnId(next("trn_"))));
    }

    private String next(String prefix) {
        return product.bean(IdGenerator.class).next(prefix);
    }

    private void dispatch(DomainCommand command) {
        product.bean(CommandDispatcher.class).dispatch(command);
    }
}
