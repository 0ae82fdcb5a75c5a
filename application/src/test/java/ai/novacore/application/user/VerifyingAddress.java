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

    private final MemberFixture fixture = new MemberFixture().withAda();
    private final VerifyEmail verifying = verifying(null);

    @Test
    void usesTheTokenUp() {
        issue();

        assertThat(verifying.verify(TOKEN)).isEqualTo(new Verified("ada@example.org", fixture.clock.instant()));
        assertThat(fixture.commands.events(ADA).getLast())
                .isEqualTo(new EmailVerified(ADA, fixture.clock.instant(), EMAIL));
        assertRejected(() -> verifying.verify(TOKEN), RejectionKind.INVALID, "verification_token_invalid");
    }

    @Test
    void refusesTokensThatNobodyWasGiven() {
        issue();

        assertRejected(() -> verifying.verify("made up"), RejectionKind.INVALID, "verification_token_invalid");
        assertRejected(() -> verifying.verify(""), RejectionKind.INVALID, "verification_token_invalid");
    }

    @Test
    void refusesTokensThatAreTooOld() {
        issue();
        fixture.clock.advance(Duration.ofHours(24));

        assertRejected(() -> verifying.verify(TOKEN), RejectionKind.EXPIRED, "verification_token_expired");
    }

    @Test
    void makesTheConfiguredAddressAnAdministrator() {
        issue();
        fixture.accounts.save(MemberFixture.ada(false, Role.MEMBER, Role.SUPPORT));
        verifying(EMAIL).verify(TOKEN);

        assertThat(fixture.commands.events(ADA).getLast())
                .isEqualTo(
                        new RolesChanged(ADA, fixture.clock.instant(), List.of(Role.MEMBER, Role.SUPPORT, Role.ADMIN)));
    }

    @Test
    void makesNobodyElseAnAdministrator() {
        issue();
        verifying(new EmailAddress("grace@example.org")).verify(TOKEN);

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
        verifying.verify(TOKEN);

        assertRejected(() -> verifying.resend(ADA), RejectionKind.CONFLICT, "already_verified");
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
                fixture.clock,
                administrator);
    }
}
