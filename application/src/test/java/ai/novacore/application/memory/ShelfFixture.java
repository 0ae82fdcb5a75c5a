package ai.novacore.application.memory;

import static ai.novacore.application.shared.ManualClock.NOON;

import ai.novacore.application.memory.readmodel.MemoryShelfProjection;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.InMemoryEventLog;
import ai.novacore.application.shared.InMemoryReadModels;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shelf that follows what is decided, with room for a few memories. */
final class ShelfFixture {
    static final UserId ADA = new UserId("usr_ada");
    static final UserId BOB = new UserId("usr_bob");

    /** How many memories a member may have here. */
    static final int ROOM = 5;

    final ManualClock clock = new ManualClock();
    final InMemoryCommandDispatcher decided = new InMemoryCommandDispatcher();
    final InMemoryEventLog commands = new InMemoryEventLog(decided);
    final InMemoryMemoryShelf shelf = new InMemoryMemoryShelf();
    final InMemoryReadModels readModels = new InMemoryReadModels(decided::events, new MemoryShelfProjection(shelf));
    final MemoryRoom room = new MemoryRoom(shelf, new MemoryStores().accounts, limits(), new SimpleMeterRegistry());

    void follow() {
        readModels.awaitLatest(Duration.ofSeconds(1));
    }

    MemoryId store(String id, UserId owner, MemoryTier tier, MemoryKind kind, @Nullable RunId run) {
        MemoryId memory = new MemoryId(id);
        commands.dispatch(new StoreMemory(
                memory,
                Actor.system("test"),
                clock.instant(),
                owner,
                tier,
                kind,
                new PersonalText("likes tea"),
                0.5,
                List.<Evidence>of(),
                NOON,
                null,
                run));
        follow();
        return memory;
    }

    MemoryId store(String id) {
        return store(id, ADA, MemoryTier.ITM, MemoryKind.FACT, null);
    }

    private static TierLimits limits() {
        TierLimits.Limits few = new TierLimits.Limits(50, 50_000, ROOM, 20, 10, 1_024);
        return new TierLimits(Map.of(Tier.FREE, few, Tier.BASIC, few, Tier.PRO, few));
    }
}
