package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.user.UserCommand.CompleteErasureStep;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import org.junit.jupiter.api.Test;

@Deciding(UserCommand.CompleteErasureStep.class)
class CompletingErasureStep {
    private final UserDecider decider = new UserDecider();
    private final CompleteErasureStep complete = new CompleteErasureStep(ADA, SYSTEM, LATER, ErasureStep.BILLING);

    @Test
    void recordsThatAPartIsDone() {
        given(decider, REGISTERED, CLOSING)
                .when(complete)
                .thenEvents(new ErasureStepCompleted(ADA, LATER, ErasureStep.BILLING));
    }

    @Test
    void isFreeToComeInAnyOrder() {
        given(decider, REGISTERED, SUSPENDED, CLOSING, done(ErasureStep.MEMORIES), done(ErasureStep.ADDRESS))
                .when(complete)
                .thenEvents(new ErasureStepCompleted(ADA, LATER, ErasureStep.BILLING));
    }

    @Test
    void happensOnce() {
        given(decider, REGISTERED, CLOSING, done(ErasureStep.BILLING))
                .when(complete)
                .thenNothing();
        given(decider, allDone(REGISTERED)).when(complete).thenNothing();
    }

    @Test
    void isNoLongerNeededOnceTheAccountIsGone() {
        given(decider, REGISTERED, CLOSING, ERASED).when(complete).thenNothing();
    }

    @Test
    void needsARequest() {
        given(decider).when(complete).thenRejected("not_found");
        given(decider, REGISTERED).when(complete).thenRejected("erasure_not_requested");
    }
}
