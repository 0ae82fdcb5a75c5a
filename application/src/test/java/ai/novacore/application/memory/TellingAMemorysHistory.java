package ai.novacore.application.memory;

import static ai.novacore.application.memory.ShelfFixture.ADA;
import static ai.novacore.application.memory.ShelfFixture.BOB;
import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.memory.port.in.MemoryHistoryQuery;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery.Step;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryCommand.ForgetMemory;
import ai.novacore.domain.memory.MemoryCommand.RecallMemory;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingAMemorysHistory {
    private final ShelfFixture fixture = new ShelfFixture();
    private final MemoryHistory histories = new MemoryHistory(fixture.commands);
    private final MemoryId tea = fixture.store("mem_tea");

    @Test
    void tellsWhatHappenedAndWhoDidIt() {
        forget();

        List<Step> steps = histories.history(ADA, tea);

        assertThat(steps).extracting(Step::type).containsExactly("memory.stored", "memory.forgotten");
        assertThat(steps).extracting(Step::sequence).containsExactly(0L, 1L);
        assertThat(steps).extracting(Step::actor).containsExactly(Actor.system("test"), Actor.member(ADA));
    }

    @Test
    void tellsOnlyTheLatestRecalls() {
        for (int i = 0; i < 620; i++) {
            fixture.commands.dispatch(new RecallMemory(tea, Actor.system("test"), NOON, ADA, new TurnId("trn_" + i)));
        }
        forget();

        List<Step> steps = histories.history(ADA, tea);

        assertThat(steps).hasSize(MemoryHistoryQuery.MOST_RECALLS + 2);
        assertThat(steps).extracting(Step::sequence).isSorted();
        assertThat(((MemoryRecalled) steps.get(1).event()).turn().value()).isEqualTo("trn_520");
        assertThat(steps.getLast().type()).isEqualTo("memory.forgotten");
    }

    @Test
    void isForTheOwnerAlone() {
        assertNotFound(BOB, tea);
        assertNotFound(ADA, new MemoryId("mem_none"));
    }

    private void assertNotFound(UserId owner, MemoryId id) {
        assertThatThrownBy(() -> histories.history(owner, id))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("not_found"));
    }

    private void forget() {
        fixture.commands.dispatch(new ForgetMemory(tea, Actor.member(ADA), NOON, ADA, ForgetReason.MEMBER, null));
    }
}
