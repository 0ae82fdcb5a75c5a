package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.user.UserCommand.RequestPasswordReset;
import ai.novacore.domain.user.UserEvent.PasswordResetRequested;
import org.junit.jupiter.api.Test;

@Deciding(UserCommand.RequestPasswordReset.class)
class RequestingPasswordReset {
    private final UserDecider decider = new UserDecider();
    private final RequestPasswordReset request = new RequestPasswordReset(ADA, HERSELF, LATER);

    @Test
    void asksForAMailEachTime() {
        given(decider, REGISTERED).when(request).thenEvents(new PasswordResetRequested(ADA, LATER));
        given(decider, REGISTERED, new PasswordResetRequested(ADA, NOON))
                .when(request)
                .thenEvents(new PasswordResetRequested(ADA, LATER));
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(request).thenRejected("not_found");
        given(decider, REGISTERED, SUSPENDED).when(request).thenRejected("account_suspended");
        given(decider, REGISTERED, CLOSING).when(request).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(request).thenRejected("not_found");
    }
}
