package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.user.UserCommand.RecordPasswordChange;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import org.junit.jupiter.api.Test;

class RecordingPasswordChange {
    private final UserDecider decider = new UserDecider();
    private final RecordPasswordChange change = new RecordPasswordChange(ADA, HERSELF, LATER);

    @Test
    void notesEachChange() {
        given(decider, REGISTERED).when(change).thenEvents(new PasswordChanged(ADA, LATER));
        given(decider, REGISTERED, new PasswordChanged(ADA, NOON))
                .when(change)
                .thenEvents(new PasswordChanged(ADA, LATER));
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(change).thenRejected("not_found");
        given(decider, REGISTERED, SUSPENDED).when(change).thenRejected("account_suspended");
        given(decider, REGISTERED, CLOSING).when(change).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(change).thenRejected("not_found");
    }
}
