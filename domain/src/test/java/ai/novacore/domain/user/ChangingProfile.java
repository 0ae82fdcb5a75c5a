package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.user.UserCommand.ChangeProfile;
import ai.novacore.domain.user.UserEvent.ProfileChanged;
import org.junit.jupiter.api.Test;

class ChangingProfile {
    private static final PersonalText COUNTESS = new PersonalText("Countess of Lovelace");
    private final UserDecider decider = new UserDecider();
    private final ChangeProfile change = new ChangeProfile(ADA, HERSELF, LATER, COUNTESS);

    @Test
    void givesAnotherName() {
        given(decider, REGISTERED).when(change).thenEvents(new ProfileChanged(ADA, LATER, COUNTESS));
    }

    @Test
    void toTheSameChangesNothing() {
        given(decider, REGISTERED)
                .when(new ChangeProfile(ADA, HERSELF, LATER, NAME))
                .thenNothing();
        given(decider, REGISTERED, new ProfileChanged(ADA, NOON, COUNTESS))
                .when(change)
                .thenNothing();
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(change).thenRejected("not_found");
        given(decider, REGISTERED, SUSPENDED).when(change).thenRejected("account_suspended");
        given(decider, REGISTERED, CLOSING).when(change).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(change).thenRejected("not_found");
    }
}
