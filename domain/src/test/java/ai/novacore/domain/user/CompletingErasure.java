package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.user.UserCommand.CompleteErasure;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Deciding(UserCommand.CompleteErasure.class)
class CompletingErasure {
    private final UserDecider decider = new UserDecider();
    private final CompleteErasure complete = new CompleteErasure(ADA, SYSTEM, LATER);

    @Test
    void endsTheAccount() {
        given(decider, allDone(REGISTERED)).when(complete).thenEvents(new UserErased(ADA, LATER));
        given(decider, allDone(REGISTERED, SUSPENDED)).when(complete).thenEvents(new UserErased(ADA, LATER));
    }

    @ParameterizedTest
    @EnumSource
    void waitsForEveryStep(ErasureStep pending) {
        UserEvent[] events = Stream.of(allDone(REGISTERED))
                .filter(event -> !event.equals(done(pending)))
                .toArray(UserEvent[]::new);

        given(decider, events).when(complete).thenRejected("erasure_pending");
    }

    @Test
    void leavesNothingPersonalInTheState() {
        User state = decider.fold(decider.initial(), List.of(REGISTERED, ISSUED, VERIFIED, SUSPENDED, CLOSING, ERASED));

        assertThat(state).isEqualTo(new User(null, null, List.of(), null, null, false, NOON, List.of(), NOON));
    }

    @Test
    void happensOnce() {
        given(decider, REGISTERED, CLOSING, ERASED).when(complete).thenNothing();
    }

    @Test
    void needsARequest() {
        given(decider).when(complete).thenRejected("not_found");
        given(decider, REGISTERED).when(complete).thenRejected("erasure_not_requested");
    }
}
