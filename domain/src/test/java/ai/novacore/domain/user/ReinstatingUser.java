package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.user.UserCommand.ChangeProfile;
import ai.novacore.domain.user.UserCommand.ReinstateUser;
import ai.novacore.domain.user.UserEvent.UserReinstated;
import org.junit.jupiter.api.Test;

@Deciding(UserCommand.ReinstateUser.class)
class ReinstatingUser {
    private final UserDecider decider = new UserDecider();
    private final ReinstateUser reinstate = new ReinstateUser(ADA, STAFF, LATER, new PersonalText("appeal"));
    private final UserReinstated reinstated = new UserReinstated(ADA, LATER, new PersonalText("appeal"));

    @Test
    void endsASuspension() {
        given(decider, REGISTERED, SUSPENDED).when(reinstate).thenEvents(reinstated);
    }

    @Test
    void letsThePersonActAgain() {
        given(decider, REGISTERED, SUSPENDED, reinstated)
                .when(new ChangeProfile(ADA, HERSELF, LATER, NAME))
                .thenNothing();
    }

    @Test
    void happensOnce() {
        given(decider, REGISTERED).when(reinstate).thenNothing();
        given(decider, REGISTERED, SUSPENDED, reinstated).when(reinstate).thenNothing();
    }

    @Test
    void isNotForTheSuspendedPerson() {
        given(decider, REGISTERED, SUSPENDED)
                .when(new ReinstateUser(ADA, HERSELF, LATER, new PersonalText("please")))
                .thenRejected("account_suspended");
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(reinstate).thenRejected("not_found");
        given(decider, REGISTERED, SUSPENDED, CLOSING).when(reinstate).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(reinstate).thenRejected("not_found");
    }
}
