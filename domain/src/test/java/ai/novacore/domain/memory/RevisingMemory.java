package ai.novacore.domain.memory;

import static ai.novacore.domain.memory.MemoryExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;

import ai.novacore.domain.memory.MemoryCommand.ReviseMemory;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import org.junit.jupiter.api.Test;

@Deciding(ReviseMemory.class)
class RevisingMemory {
    private final MemoryDecider decider = new MemoryDecider();

    @Test
    void correctsTheText() {
        given(decider, STORED).when(revise(ADA, BETTER)).thenEvents(revised(BETTER));
    }

    @Test
    void toTheSameTextDoesNothing() {
        given(decider, STORED).when(revise(ADA, TEXT)).thenNothing();
        given(decider, STORED, revised(BETTER)).when(revise(ADA, BETTER)).thenNothing();
    }

    @Test
    void refusesATextThatCannotBeSeen() {
        given(decider, STORED).when(revise(ADA, new PersonalText("  "))).thenRejected("invalid_memory");
    }

    @Test
    void isRefusedForWhatIsRetired() {
        given(decider, STORED, FORGOTTEN).when(revise(ADA, BETTER)).thenRejected("memory_not_active");
        given(decider, STORED, superseded(OTHER, RUN)).when(revise(ADA, BETTER)).thenRejected("memory_not_active");
    }

    @Test
    void isRefusedForWhatIsNotThereOrNotTheirs() {
        given(decider).when(revise(ADA, BETTER)).thenRejected("not_found");
        given(decider, STORED).when(revise(BOB, BETTER)).thenRejected("not_found");
    }

    private static ReviseMemory revise(UserId owner, PersonalText text) {
        return new ReviseMemory(TASTE, Actor.member(owner), NOON, owner, text);
    }
}
