package ai.novacore.application.user;

import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PASSWORD;
import static ai.novacore.application.user.SessionFixture.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.in.SessionUseCase.OpenSession;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.ProfileChanged;
import org.junit.jupiter.api.Test;

class ManagingAccount {
    private static final String NEW = "copper lantern 42 harbour";

    private final SessionFixture sessions = new SessionFixture();
    private final MemberFixture fixture = sessions.member;
    private final ManageAccount managing = new ManageAccount(
            fixture.accounts,
            sessions.passwords,
            fixture.hasher,
            fixture.credentials,
            fixture.sessions,
            fixture.commands,
            atMost -> true,
            fixture.clock);

    @Test
    void changesTheName() {
        assertThat(managing.rename(ADA, " Countess ").id()).isEqualTo(ADA);

        assertThat(fixture.commands.events(ADA).getLast())
                .isEqualTo(new ProfileChanged(ADA, fixture.clock.instant(), new PersonalText("Countess")));
        assertRejected(() -> managing.rename(ADA, " "), RejectionKind.INVALID, "invalid_request");
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        String here = sessions.idOf(sessions.logIn());
        sessions.logIn();

        managing.changePassword(ADA, here, PASSWORD, NEW);

        assertThat(sessions.sessions.open(ADA)).extracting(OpenSession::id).containsExactly(here);
        assertThat(sessions.logIn(EMAIL.value(), NEW).account().id()).isEqualTo(ADA);
        assertThat(fixture.commands.events(ADA)).contains(new PasswordChanged(ADA, fixture.clock.instant()));
    }

    @Test
    void leavesThePasswordToThoseWhoKnowIt() {
        String here = sessions.idOf(sessions.logIn());

        assertRejected(
                () -> managing.changePassword(ADA, here, "wrong", NEW),
                RejectionKind.UNAUTHENTICATED,
                "invalid_credentials");
        assertRejected(
                () -> managing.changePassword(ADA, here, PASSWORD, "password1234"),
                RejectionKind.INVALID,
                "password_rejected");
        assertThat(sessions.logIn().account().id()).isEqualTo(ADA);
    }

    @Test
    void beginsTheErasureAndLetsNobodyInAnyMore() {
        sessions.logIn();
        managing.erase(ADA, PASSWORD);

        assertThat(sessions.sessions.open(ADA)).isEmpty();
        assertThat(fixture.commands.events(ADA).getLast())
                .isEqualTo(new ErasureRequested(ADA, fixture.clock.instant()));
    }

    @Test
    void erasesNothingWithoutThePassword() {
        sessions.logIn();
        assertRejected(() -> managing.erase(ADA, "wrong"), RejectionKind.UNAUTHENTICATED, "invalid_credentials");

        assertThat(sessions.sessions.open(ADA)).hasSize(1);
        assertRejected(() -> managing.erase(new UserId("usr_other"), PASSWORD), RejectionKind.NOT_FOUND, "not_found");
    }
}
