package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.user.UserCommand.RequestErasure;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import org.junit.jupiter.api.Test;

class RequestingErasure {
    private final UserDecider decider = new UserDecider();
    private final RequestErasure request = new RequestErasure(ADA, HERSELF, LATER);

    @Test
    void closesTheAccount() {
        given(decider, REGISTERED).when(request).thenEvents(new ErasureRequested(ADA, LATER));
    }

    @Test
    void isARightOfTheSuspendedToo() {
        given(decider, REGISTERED, SUSPENDED).when(request).thenEvents(new ErasureRequested(ADA, LATER));
    }

    @Test
    void happensOnce() {
        given(decider, REGISTERED, CLOSING).when(request).thenNothing();
        given(decider, REGISTERED, CLOSING, ERASED).when(request).thenNothing();
    }

    @Test
    void needsAnAccount() {
        given(decider).when(request).thenRejected("not_found");
    }
}
