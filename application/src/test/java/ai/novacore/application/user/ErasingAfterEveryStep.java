package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.user.MemberFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.Saga.Step;
import ai.novacore.application.user.saga.WhenErasureRequestedThenErase;
import ai.novacore.application.user.saga.WhenErasureRequestedThenErase.Progress;
import ai.novacore.domain.user.ErasureStep;
import ai.novacore.domain.user.UserCommand.CompleteErasure;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErasingAfterEveryStep {
    private static final ErasureRequested REQUESTED = new ErasureRequested(ADA, NOON);
    private static final Progress LAST = new Progress(ADA, List.of(ErasureStep.BILLING));

    private final WhenErasureRequestedThenErase saga = new WhenErasureRequestedThenErase();

    @Test
    void waitsForAllSteps() {
        assertThat(saga.react(REQUESTED, null)).isEqualTo(Step.then(new Progress(ADA, List.of(ErasureStep.values()))));
        assertThat(saga.react(REQUESTED, LAST)).isEqualTo(new Step<>(LAST, List.of()));
    }

    @Test
    void noticesEachStep() {
        Progress two = new Progress(ADA, List.of(ErasureStep.BILLING, ErasureStep.MEMORIES));

        assertThat(saga.react(done(ErasureStep.MEMORIES), two)).isEqualTo(Step.then(LAST));
        assertThat(saga.react(done(ErasureStep.MEMORIES), LAST)).isEqualTo(Step.then(LAST));
    }

    @Test
    void erasesAfterTheLast() {
        Step<Progress> step = saga.react(done(ErasureStep.BILLING), LAST);

        assertThat(step.progress()).isNull();
        assertThat(step.commands()).singleElement().isInstanceOfSatisfying(CompleteErasure.class, erase -> {
            assertThat(erase.id()).isEqualTo(ADA);
            assertThat(erase.now()).isEqualTo(NOON);
        });
    }

    @Test
    void isOverWhenTheAccountIsGone() {
        assertThat(saga.react(new UserErased(ADA, NOON), LAST)).isEqualTo(Step.end());
    }

    @Test
    void goesOnWhateverElseHappens() {
        assertThat(saga.react(new PasswordChanged(ADA, NOON), LAST)).isEqualTo(new Step<>(LAST, List.of()));
    }

    private static ErasureStepCompleted done(ErasureStep step) {
        return new ErasureStepCompleted(ADA, NOON, step);
    }
}
