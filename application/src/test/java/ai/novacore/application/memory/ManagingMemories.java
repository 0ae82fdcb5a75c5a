package ai.novacore.application.memory;

import static ai.novacore.application.memory.ShelfFixture.ADA;
import static ai.novacore.application.memory.ShelfFixture.BOB;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryCommand.PromoteMemory;
import ai.novacore.domain.memory.MemoryCommand.SupersedeMemory;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagingMemories {
    private static final RunId RUN = new RunId("run_1");

    private final ShelfFixture fixture = new ShelfFixture();
    private final ManageMemories managing =
            new ManageMemories(fixture.commands, fixture.shelf, fixture.room, fixture.readModels, fixture.clock);
    private final MemoryId tea = fixture.store("mem_tea");

    @Test
    void correctsTheText() {
        MemoryItem corrected = managing.correct(ADA, tea, " likes \u200Bgreen tea\u202E ");

        assertThat(corrected.content()).isEqualTo("likes green tea");
        assertThat(fixture.shelf.find(tea)).contains(corrected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200B\uFEFF"})
    void needsAVisibleText(String text) {
        assertRejected("invalid_request", () -> managing.correct(ADA, tea, text));
    }

    @Test
    void forgetsAndRestores() {
        managing.forget(ADA, tea);
        managing.forget(ADA, tea);
        assertThat(fixture.shelf.find(tea))
                .hasValueSatisfying(item -> assertThat(item.content()).isEmpty());
        assertRejected("not_found", () -> managing.correct(ADA, tea, "likes coffee"));

        MemoryItem restored = managing.restore(ADA, tea, null);

        assertThat(restored.content()).isEqualTo("likes tea");
        assertThat(restored.active()).isTrue();
    }

    @Test
    void takesACorrectionBack() {
        managing.correct(ADA, tea, "likes coffee");

        assertThat(managing.restore(ADA, tea, null).content()).isEqualTo("likes tea");
        assertThat(managing.restore(ADA, tea, null).content()).isEqualTo("likes tea");
    }

    @Test
    void takesBackWhatARunDid() {
        fixture.commands.dispatch(new PromoteMemory(tea, Actor.system("test"), NOON, ADA, MemoryTier.LTM, 0.9, RUN));
        fixture.follow();

        assertThat(managing.restore(ADA, tea, null).tier()).isEqualTo(MemoryTier.LTM);
        assertThat(managing.restore(ADA, tea, RUN).tier()).isEqualTo(MemoryTier.ITM);
    }

    @Test
    void tellsWhatWasDoneWhileTheShelfIsBehind() {
        ManageMemories behind =
                new ManageMemories(fixture.commands, fixture.shelf, fixture.room, atMost -> false, fixture.clock);

        assertThat(behind.correct(ADA, tea, "likes coffee").content()).isEqualTo("likes coffee");
    }

    @Test
    void doesNotCorrectWhatAnotherHasReplaced() {
        MemoryId newer = fixture.store("mem_newer");
        fixture.commands.dispatch(
                new SupersedeMemory(tea, Actor.system("test"), NOON, ADA, newer, "contradiction", null));
        fixture.follow();

        assertRejected("memory_not_active", () -> managing.correct(ADA, tea, "likes coffee"));
        assertThat(fixture.shelf.find(tea)).hasValueSatisfying(item -> {
            assertThat(item.status()).isEqualTo(Status.SUPERSEDED);
            assertThat(item.supersededBy()).isEqualTo(newer);
        });
    }

    @Test
    void restoresNoMoreThanTheTierAllows() {
        managing.forget(ADA, tea);
        for (int i = 0; i < ShelfFixture.ROOM; i++) {
            fixture.store("mem_" + i);
        }

        assertRejected("quota_exceeded", () -> managing.restore(ADA, tea, null));
    }

    @Test
    void isForTheOwnerAlone() {
        assertRejected("not_found", () -> managing.correct(BOB, tea, "likes coffee"));
        assertRejected("not_found", () -> managing.forget(BOB, tea));
        assertRejected("not_found", () -> managing.restore(BOB, tea, null));
        assertRejected("not_found", () -> managing.forget(ADA, new MemoryId("mem_none")));
    }

    private static void assertRejected(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
