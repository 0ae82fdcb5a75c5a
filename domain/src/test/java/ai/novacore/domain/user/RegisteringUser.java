package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.user.UserCommand.RegisterUser;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteringUser {
    private final UserDecider decider = new UserDecider();
    private final RegisterUser register = new RegisterUser(ADA, HERSELF, NOON, EMAIL, NAME);

    @Test
    void createsAMember() {
        given(decider).when(register).thenEvents(new UserRegistered(ADA, NOON, EMAIL, NAME, List.of(Role.MEMBER)));
    }

    @Test
    void happensOnce() {
        RegisterUser again = new RegisterUser(ADA, HERSELF, LATER, EMAIL, new PersonalText("Ada L."));

        given(decider, REGISTERED).when(again).thenNothing();
        given(decider, REGISTERED, SUSPENDED).when(again).thenNothing();
    }

    @Test
    void isRefusedWhenTheAccountHasAnotherAddress() {
        given(decider, REGISTERED)
                .when(new RegisterUser(ADA, HERSELF, NOON, new EmailAddress("other@example.org"), NAME))
                .thenRejected("already_registered");
    }

    @Test
    void neverReopensAnAccount() {
        given(decider, REGISTERED, CLOSING).when(register).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(register).thenRejected("account_closing");
    }
}
