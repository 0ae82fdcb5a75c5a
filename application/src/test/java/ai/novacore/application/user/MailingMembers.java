package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PUBLIC_URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.MailFailure;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.user.UserEvent;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.RefreshTokenReused;
import ai.novacore.domain.user.UserEvent.RegistrationRepeated;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MailingMembers {
    private final MemberFixture fixture = new MemberFixture().withAda();
    private final MemberMails mails = new MemberMails(fixture.registry, fixture.accounts, fixture.mailer, PUBLIC_URL);

    static Stream<Arguments> whatPeopleAreToldAbout() {
        return Stream.of(
                Arguments.of(new EmailVerified(ADA, NOON, EMAIL), Template.WELCOME, "/"),
                Arguments.of(new PasswordChanged(ADA, NOON), Template.PASSWORD_CHANGED, "/forgot-password"),
                Arguments.of(new RefreshTokenReused(ADA, NOON, "ses_1"), Template.SESSION_ENDED, "/forgot-password"),
                Arguments.of(new RegistrationRepeated(ADA, NOON), Template.ALREADY_REGISTERED, "/login"));
    }

    @ParameterizedTest
    @MethodSource("whatPeopleAreToldAbout")
    void tellsTheOwnerOfTheAccount(UserEvent event, Template template, String path) {
        assertThat(mails.concerns(event.getClass())).isTrue();
        mails.happen(event, "evt-1");

        assertThat(fixture.mailer.mails())
                .containsExactly(new Mail(
                        EMAIL, template, Map.of("displayName", "Ada", "link", "https://nova.example" + path), "evt-1"));
    }

    @Test
    void usesTheSameKeyAtEveryAttempt() {
        fixture.mailer.fail(1);
        assertThatThrownBy(() -> mails.happen(new PasswordChanged(ADA, NOON), "evt-1"))
                .isInstanceOf(MailFailure.class);
        mails.happen(new PasswordChanged(ADA, NOON), "evt-1");

        assertThat(fixture.mailer.mails())
                .singleElement()
                .extracting(Mail::idempotencyKey)
                .isEqualTo("evt-1");
    }

    @Test
    void greetsWithoutANameWhileTheAccountCannotBeRead() {
        fixture.accounts.remove(ADA);
        mails.happen(new PasswordChanged(ADA, NOON), "evt-1");

        assertThat(fixture.mailer.mails().getFirst().values()).containsEntry("displayName", "");
    }

    @Test
    void tellsNobodyOnceTheAccountIsGone() {
        fixture.registry.release(ADA);
        mails.happen(new PasswordChanged(ADA, NOON), "evt-1");

        assertThat(fixture.mailer.attempts()).isZero();
    }

    @Test
    void passesOverEverythingElse() {
        assertThat(mails.concerns(VerificationRequested.class)).isFalse();
        mails.happen(new VerificationRequested(ADA, NOON, EMAIL), "evt-1");

        assertThat(fixture.mailer.attempts()).isZero();
    }
}
