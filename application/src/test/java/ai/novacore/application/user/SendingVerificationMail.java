package ai.novacore.application.user;

import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PUBLIC_URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.MailFailure;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import ai.novacore.domain.user.UserEvent.VerificationTokenIssued;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendingVerificationMail {
    private final MemberFixture fixture = new MemberFixture().withAda();
    private final VerificationRequested requested = new VerificationRequested(ADA, fixture.clock.instant(), EMAIL);
    private final VerificationMail effect = new VerificationMail(
            fixture.verificationTokens,
            fixture.commands,
            fixture.accounts,
            fixture.mailer,
            fixture.secrets,
            fixture.clock,
            PUBLIC_URL);

    @Test
    void mailsALinkWhoseTokenVerifiesTheAddress() {
        effect.happen(requested, "evt-1");

        Mail mail = onlyMail();
        assertThat(mail.to()).isEqualTo(EMAIL);
        assertThat(mail.template()).isEqualTo(Template.VERIFY_EMAIL);
        assertThat(mail.values()).containsEntry("displayName", "Ada").containsEntry("validHours", "24");
        assertThat(mail.values().get("link")).matches("https://nova\\.example/verify-email\\?token=[A-Za-z0-9_-]{43}");
        assertThat(verifying().verify(token(mail), "192.0.2.1").email()).isEqualTo("ada@example.org");
    }

    @Test
    void recordsOnlyTheHashOfTheTokenForADay() {
        effect.happen(requested, "evt-1");

        String token = token(onlyMail());
        assertThat(fixture.commands.events(ADA).getLast())
                .isEqualTo(new VerificationTokenIssued(
                        ADA,
                        fixture.clock.instant(),
                        SecretTokens.hash(token),
                        fixture.clock.instant().plus(Duration.ofHours(24))));
        assertThat(fixture.commands.events().toString()).doesNotContain(token);
    }

    @Test
    void mailsOnceWhenTheTokenLosesARace() {
        fixture.commands.loseRaces(2);
        effect.happen(requested, "evt-1");

        assertThat(verifying().verify(token(onlyMail()), "192.0.2.1").email()).isEqualTo("ada@example.org");
    }

    @Test
    void reportsAMailThatWasNotTakenSoThatItIsTriedAgain() {
        fixture.mailer.fail(1);

        assertThatThrownBy(() -> effect.happen(requested, "evt-1")).isInstanceOf(MailFailure.class);
        effect.happen(requested, "evt-1");
        assertThat(verifying().verify(token(onlyMail()), "192.0.2.1").email()).isEqualTo("ada@example.org");
    }

    @Test
    void neverPassesANewTokenOffAsACopyOfAnOldMail() {
        effect.happen(requested, "evt-1");
        effect.happen(requested, "evt-1");

        assertThat(fixture.mailer.mails())
                .extracting(Mail::idempotencyKey)
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).startsWith("evt-1-"));
    }

    @Test
    void greetsWithoutANameWhileTheAccountCannotBeRead() {
        fixture.accounts.remove(ADA);
        effect.happen(requested, "evt-1");

        assertThat(onlyMail().values()).containsEntry("displayName", "");
    }

    @Test
    void isNotSentWhenThereIsNothingLeftToVerify() {
        fixture.commands.given(new EmailVerified(ADA, fixture.clock.instant(), EMAIL));
        effect.happen(requested, "evt-1");

        assertThat(fixture.mailer.attempts()).isZero();
    }

    @Test
    void followsFromNoOtherEvent() {
        effect.happen(new EmailVerified(ADA, fixture.clock.instant(), EMAIL), "evt-1");

        assertThat(fixture.mailer.attempts()).isZero();
        assertThat(fixture.commands.commands()).isEmpty();
    }

    private VerifyEmail verifying() {
        return new VerifyEmail(
                fixture.verificationTokens,
                fixture.commands,
                fixture.accounts,
                atMost -> true,
                fixture.throttle,
                fixture.limiter,
                fixture.clock,
                null);
    }

    private Mail onlyMail() {
        assertThat(fixture.mailer.mails()).hasSize(1);
        return fixture.mailer.mails().getFirst();
    }

    private static String token(Mail mail) {
        String link = mail.values().getOrDefault("link", "");
        return link.substring(link.indexOf('=') + 1);
    }
}
