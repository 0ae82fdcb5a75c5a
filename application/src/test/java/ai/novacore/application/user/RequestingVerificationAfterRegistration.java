package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.Saga.Step;
import ai.novacore.application.user.saga.WhenUserRegisteredThenRequestVerification;
import ai.novacore.application.user.saga.WhenUserRegisteredThenRequestVerification.Progress;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.UserCommand.RequestVerification;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.UserErased;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestingVerificationAfterRegistration {
    private static final UserRegistered REGISTERED =
            new UserRegistered(ADA, NOON, EMAIL, new PersonalText("Ada"), List.of(Role.MEMBER));
    private static final Progress WAITING = new Progress(ADA);

    private final WhenUserRegisteredThenRequestVerification saga = new WhenUserRegisteredThenRequestVerification();

    @Test
    void asksForAMailOnce() {
        Step<Progress> step = saga.react(REGISTERED, null);

        assertThat(step.progress()).isEqualTo(WAITING);
        assertThat(step.commands()).singleElement().satisfies(command -> {
            assertThat(command).isInstanceOf(RequestVerification.class);
            assertThat(command.id()).isEqualTo(ADA);
            assertThat(command.now()).isEqualTo(NOON);
        });
        assertThat(saga.react(REGISTERED, WAITING)).isEqualTo(new Step<>(WAITING, List.of()));
    }

    @Test
    void isOverWhenTheAddressIsVerifiedOrTheAccountIsGone() {
        assertThat(saga.react(new EmailVerified(ADA, NOON, EMAIL), WAITING)).isEqualTo(Step.end());
        assertThat(saga.react(new UserErased(ADA, NOON), WAITING)).isEqualTo(Step.end());
    }

    @Test
    void goesOnWhateverElseHappens() {
        assertThat(saga.react(new PasswordChanged(ADA, NOON), WAITING)).isEqualTo(new Step<>(WAITING, List.of()));
    }
}
