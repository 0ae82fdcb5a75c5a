package ai.novacore.application.memory;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.memory.readmodel.MemoryShelfProjection;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.InMemoryReadModels;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryCommand.ForgetMemory;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgettingEverything {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId NOOR = new UserId("usr_noor");
    private static final Actor ACTOR = Actor.system("test");

    private final InMemoryCommandDispatcher commands = new InMemoryCommandDispatcher();
    private final InMemoryMemoryShelf shelf = new InMemoryMemoryShelf();
    private final ForgetEverything forgetting = new ForgetEverything(
            shelf,
            commands,
            new InMemoryReadModels(commands::events, new MemoryShelfProjection(shelf)),
            new ManualClock());

    @Test
    void forgetsEveryTierAndWhatWasForgottenBefore() {
        for (MemoryTier tier : MemoryTier.values()) {
            store("mem_" + tier, MIRA, tier);
        }
        store("mem_old", MIRA, MemoryTier.ITM);
        commands.dispatch(new ForgetMemory(new MemoryId("mem_old"), ACTOR, NOON, MIRA, ForgetReason.MEMBER, null));
        store("mem_others", NOOR, MemoryTier.LTM);

        forgetting.forgetEverything(MIRA);

        assertThat(shelf.ids(MIRA, null, 10)).isEmpty();
        assertThat(shelf.ids(NOOR, null, 10)).hasSize(1);
        assertThat(erased()).isEqualTo(4);
    }

    @Test
    void goesThroughAllPages() {
        for (int i = 0; i < 250; i++) {
            store("mem_" + i, MIRA, MemoryTier.ITM);
        }

        forgetting.forgetEverything(MIRA);

        assertThat(shelf.ids(MIRA, null, 10)).isEmpty();
        assertThat(erased()).isEqualTo(250);
    }

    @Test
    void happensOnce() {
        store("mem_1", MIRA, MemoryTier.ITM);

        forgetting.forgetEverything(MIRA);
        forgetting.forgetEverything(MIRA);

        assertThat(erased()).isEqualTo(1);
    }

    @Test
    void doesNotSayThatItIsDoneWhileReadModelsAreBehind() {
        store("mem_1", MIRA, MemoryTier.ITM);
        commands.events().forEach(new MemoryShelfProjection(shelf)::project);
        ForgetEverything behind = new ForgetEverything(shelf, commands, atMost -> false, new ManualClock());

        assertThatThrownBy(() -> behind.forgetEverything(MIRA)).isInstanceOf(IllegalStateException.class);
    }

    private long erased() {
        return commands.events().stream()
                .filter(event ->
                        event instanceof MemoryForgotten forgotten && forgotten.reason() == ForgetReason.ERASURE)
                .count();
    }

    private void store(String id, UserId owner, MemoryTier tier) {
        commands.dispatch(new StoreMemory(
                new MemoryId(id),
                ACTOR,
                NOON,
                owner,
                tier,
                MemoryKind.FACT,
                new PersonalText("likes tea"),
                0.5,
                List.of(),
                NOON,
                null,
                null));
    }
}
