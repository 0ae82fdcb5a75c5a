package ai.novacore.application.user;

import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PASSWORD;
import static ai.novacore.application.user.MemberFixture.PUBLIC_URL;
import static ai.novacore.application.user.SessionFixture.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.user.port.in.SessionUseCase.Client;
import ai.novacore.application.user.port.in.SessionUseCase.Session;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.MailFailure;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.PasswordResetRequested;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResettingPassword {
    private static final String NEW = "copper lantern 42 harbour";

    private final SessionFixture sessions = new SessionFixture();
    private final MemberFixture fixture = sessions.member;
    private final ResetPassword resetting = new ResetPassword(
            fixture.registry,
            fixture.accounts,
            fixture.passwordResets,
            fixture.hasher,
            fixture.credentials,
            fixture.sessions,
            fixture.commands,
            fixture.limiter,
            new EvenPace(Duration.ZERO),
            fixture.clock);
    private final PasswordResetMail mail = new PasswordResetMail(
            fixture.passwordResets,
            fixture.registry,
            fixture.accounts,
            fixture.mailer,
            fixture.secrets,
            fixture.clock,
            PUBLIC_URL);

    @Test
    void setsANewPasswordByTheLinkInTheMail() {
        String token = ask();
        resetting.reset(token, NEW);

        assertThat(sessions.logIn(EMAIL.value(), NEW).account().id()).isEqualTo(ADA);
        assertRejected(
                () -> sessions.logIn(EMAIL.value(), PASSWORD), RejectionKind.UNAUTHENTICATED, "invalid_credentials");
        assertThat(fixture.commands.events(ADA).getLast()).isEqualTo(new PasswordChanged(ADA, fixture.clock.instant()));
    }

    @Test
    void endsAllSessions() {
        Session before = sessions.logIn();
        resetting.reset(ask(), NEW);

        assertRejected(
                () -> sessions.sessions.refresh(before.refreshToken()),
                RejectionKind.UNAUTHENTICATED,
                "refresh_token_invalid");
    }

    @Test
    void letsInWhoWasThrottledForAForgottenPassword() {
        for (int i = 0; i < 5; i++) {
            assertRejected(
                    () -> sessions.logIn(EMAIL.value(), "wrong"), RejectionKind.UNAUTHENTICATED, "invalid_credentials");
        }
        resetting.reset(ask(), NEW);

        assertThat(sessions.sessions
                        .logIn(EMAIL.value(), NEW, new Client("192.0.2.200", ""))
                        .account()
                        .id())
                .isEqualTo(ADA);
    }

    @Test
    void takesATokenOnce() {
        String token = ask();
        resetting.reset(token, NEW);

        assertRejected(() -> resetting.reset(token, NEW + "!"), RejectionKind.INVALID, "reset_token_invalid");
    }

    @Test
    void takesTheNewestTokenOnly() {
        String first = ask();
        String second = ask();

        assertRejected(() -> resetting.reset(first, NEW), RejectionKind.INVALID, "reset_token_invalid");
        resetting.reset(second, NEW);
    }

    @Test
    void takesATokenForAnHour() {
        String token = ask();
        fixture.clock.advance(Duration.ofHours(1));

        assertRejected(() -> resetting.reset(token, NEW), RejectionKind.EXPIRED, "reset_token_expired");
        assertRejected(() -> resetting.reset("made up", NEW), RejectionKind.INVALID, "reset_token_invalid");
    }

    @Test
    void keepsTheTokenWhenTheNewPasswordIsRefused() {
        String token = ask();

        assertRejected(() -> resetting.reset(token, "password1234"), RejectionKind.INVALID, "password_rejected");
        resetting.reset(token, NEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "nobody@example.org", "not an address", ""})
    void saysNothingAboutWhoIsRegistered(String email) {
        int before = fixture.hasher.hashings();
        resetting.forgot(email);

        assertThat(fixture.hasher.hashings()).isEqualTo(before);
        assertThat(requests()).isEqualTo(email.startsWith("ada") ? 1 : 0);
    }

    @Test
    void sendsThreeMailsAnHour() {
        for (int i = 0; i < 9; i++) {
            resetting.forgot(i % 2 == 0 ? "ada@example.org" : " ADA@example.org");
        }
        assertThat(requests()).isEqualTo(3);

        fixture.clock.advance(Duration.ofHours(1));
        resetting.forgot("ada@example.org");
        assertThat(requests()).isEqualTo(4);
    }

    @Test
    void sendsNothingToThoseWhoMayNotAct() {
        resetting.forgot(EMAIL.value());
        fixture.accounts.save(MemberFixture.ada(true, Role.MEMBER));
        mail.happen(lastEvent(), "evt-1");
        assertThat(fixture.mailer.attempts()).isZero();

        fixture.commands.given(new ErasureRequested(ADA, fixture.clock.instant()));
        resetting.forgot(EMAIL.value());
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void sendsAnotherTokenWhenTheMailWasNotTaken() {
        resetting.forgot(EMAIL.value());
        fixture.mailer.fail(1);
        assertThatThrownBy(() -> mail.happen(lastEvent(), "evt-1")).isInstanceOf(MailFailure.class);
        mail.happen(lastEvent(), "evt-1");

        resetting.reset(tokenIn(fixture.mailer.mails().getLast()), NEW);
    }

    /** Asks for a mail, and returns the token in it. */
    private String ask() {
        resetting.forgot(EMAIL.value());
        mail.happen(lastEvent(), "evt-" + fixture.mailer.attempts());
        return tokenIn(fixture.mailer.mails().getLast());
    }

    private static String tokenIn(Mail sent) {
        assertThat(sent.to()).isEqualTo(EMAIL);
        assertThat(sent.template()).isEqualTo(Template.RESET_PASSWORD);
        assertThat(sent.values()).containsEntry("displayName", "Ada").containsEntry("validMinutes", "60");
        String link = sent.values().getOrDefault("link", "");
        assertThat(link).matches("https://nova\\.example/reset-password\\?token=[A-Za-z0-9_-]{43}");
        return link.substring(link.indexOf('=') + 1);
    }

    private DomainEvent lastEvent() {
        return fixture.commands.events(ADA).getLast();
    }

    private long requests() {
        return fixture.commands.events(ADA).stream()
                .filter(PasswordResetRequested.class::isInstance)
                .count();
    }
}
