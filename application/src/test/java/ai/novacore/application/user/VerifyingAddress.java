package ai.novacore.application.user;

import static ai.novacore.application.user.MemberFixture.ADA;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.SessionFixture.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.in.VerifyEmailUseCase.Verified;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.TokenHash;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.RolesChanged;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import ai.novacore.domain.user.UserEvent.VerificationTokenIssued;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifyingAddress {
    private static final String TOKEN = "a-token-out-of-a-mail";
    private static final String ADDRESS = "192.0.2.1";

    private final MemberFixture fixture = new MemberFixture().withAda();
    private final VerifyEmail verifying = verifying(null);

    @Test
    void usesTheTokenUp() {
        issue();

        assertThat(verifying.verify(TOKEN, ADDRESS))
                .isEqualTo(new Verified("ada@example.org", fixture.clock.instant()));
        assertThat(fixture.commands.events(ADA).getLast())
                .isEqualTo(new EmailVerified(ADA, fixture.clock.instant(), EMAIL));
        assertRejected(() -> verifying.verify(TOKEN, ADDRESS), RejectionKind.INVALID, "verification_token_invalid");
    }

    @Test
    void refusesTokensThatNobodyWasGiven() {
        issue();

        assertRejected(() -> verifying.verify("made up", ADDRESS), RejectionKind.INVALID, "verification_token_invalid");
        assertRejected(() -> verifying.verify("", ADDRESS), RejectionKind.INVALID, "verification_token_invalid");
    }

    @Test
    void refusesTokensThatAreTooOld() {
        issue();
        fixture.clock.advance(Duration.ofHours(24));

        assertRejected(() -> verifying.verify(TOKEN, ADDRESS), RejectionKind.EXPIRED, "verification_token_expired");
    }

    @Test
    void makesTheConfiguredAddressAnAdministrator() {
        issue();
        fixture.accounts.save(MemberFixture.ada(false, Role.MEMBER, Role.SUPPORT));
        verifying(EMAIL).verify(TOKEN, ADDRESS);

        assertThat(fixture.commands.events(ADA).getLast())
                .isEqualTo(
                        new RolesChanged(ADA, fixture.clock.instant(), List.of(Role.MEMBER, Role.SUPPORT, Role.ADMIN)));
    }

    @Test
    void makesNobodyElseAnAdministrator() {
        issue();
        verifying(new EmailAddress("grace@example.org")).verify(TOKEN, ADDRESS);

        assertThat(fixture.commands.events(ADA)).noneMatch(RolesChanged.class::isInstance);
    }

    @Test
    void canBeAskedForAgain() {
        verifying.resend(ADA);

        assertThat(fixture.commands.events(ADA).getLast())
                .isEqualTo(new VerificationRequested(ADA, fixture.clock.instant(), EMAIL));
    }

    @Test
    void cannotBeAskedForOnceItIsDone() {
        issue();
        verifying.verify(TOKEN, ADDRESS);

        assertRejected(() -> verifying.resend(ADA), RejectionKind.CONFLICT, "already_verified");
    }

    @Test
    void isThrottledAfterFiveBadTokensFromAnAddress() {
        issue();
        for (int i = 0; i < 5; i++) {
            assertRejected(
                    () -> verifying.verify("made up", ADDRESS), RejectionKind.INVALID, "verification_token_invalid");
        }

        assertRejected(() -> verifying.verify(TOKEN, ADDRESS), RejectionKind.LIMIT_REACHED, "verification_throttled");
        fixture.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertRejected(() -> verifying.verify(TOKEN, ADDRESS), RejectionKind.LIMIT_REACHED, "verification_throttled");
        fixture.clock.advance(Duration.ofMillis(1));
        verifying.verify(TOKEN, ADDRESS);
    }

    @Test
    void isNotThrottledByBadTokensFromElsewhere() {
        issue();
        for (int i = 0; i < 5; i++) {
            assertRejected(
                    () -> verifying.verify("made up", "192.0.2.66"),
                    RejectionKind.INVALID,
                    "verification_token_invalid");
        }

        verifying.verify(TOKEN, ADDRESS);
    }

    @Test
    void canBeAskedForThreeTimesAnHour() {
        for (int i = 0; i < 3; i++) {
            verifying.resend(ADA);
        }

        assertRejected(() -> verifying.resend(ADA), RejectionKind.LIMIT_REACHED, "resend_throttled");
        fixture.clock.advance(Duration.ofHours(1).minusMillis(1));
        assertRejected(() -> verifying.resend(ADA), RejectionKind.LIMIT_REACHED, "resend_throttled");
        fixture.clock.advance(Duration.ofMillis(1));
        verifying.resend(ADA);
    }

    @Test
    void countsNoMailThatWasNotSent() {
        issue();
        verifying.verify(TOKEN, ADDRESS);
        for (int i = 0; i < 5; i++) {
            assertRejected(() -> verifying.resend(ADA), RejectionKind.CONFLICT, "already_verified");
        }
    }

    @Test
    void keepsNoTokenOfWhoIsVerified() {
        issue();
        verifying.verify(TOKEN, ADDRESS);

        assertThat(fixture.verificationTokens.owner(SecretTokens.hash(TOKEN))).isEmpty();
    }

    private void issue() {
        TokenHash hash = SecretTokens.hash(TOKEN);
        fixture.verificationTokens.add(hash, ADA);
        fixture.commands.given(new VerificationTokenIssued(
                ADA, fixture.clock.instant(), hash, fixture.clock.instant().plus(Duration.ofHours(24))));
    }

    private VerifyEmail verifying(@Nullable EmailAddress administrator) {
        return new VerifyEmail(
                fixture.verificationTokens,
                fixture.commands,
                fixture.accounts,
                atMost -> true,
                fixture.throttle,
                fixture.limiter,
                fixture.clock,
                administrator);
    }
}
