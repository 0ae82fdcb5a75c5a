package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.user.UserCommand.SuspendUser;
import ai.novacore.domain.user.UserEvent.UserReinstated;
import ai.novacore.domain.user.UserEvent.UserSuspended;
import org.junit.jupiter.api.Test;

@Deciding(UserCommand.SuspendUser.class)
class SuspendingUser {
    private final UserDecider decider = new UserDecider();
    private final SuspendUser suspend = new SuspendUser(ADA, STAFF, LATER, new PersonalText("abuse"));

    @Test
    void keepsTheReason() {
        given(decider, REGISTERED).when(suspend).thenEvents(new UserSuspended(ADA, LATER, new PersonalText("abuse")));
    }

    @Test
    void happensOnce() {
        given(decider, REGISTERED, SUSPENDED).when(suspend).thenNothing();
    }

    @Test
    void canHappenAgainAfterAReinstatement() {
        given(decider, REGISTERED, SUSPENDED, new UserReinstated(ADA, NOON, new PersonalText("appeal")))
                .when(suspend)
                .thenEvents(new UserSuspended(ADA, LATER, new PersonalText("abuse")));
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(suspend).thenRejected("not_found");
        given(decider, REGISTERED, CLOSING).when(suspend).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(suspend).thenRejected("not_found");
    }
}
