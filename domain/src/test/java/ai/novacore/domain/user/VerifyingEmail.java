package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.user.UserCommand.VerifyEmail;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.VerificationTokenIssued;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerifyingEmail {
    private final UserDecider decider = new UserDecider();

    @Test
    void provesTheAddress() {
        given(decider, REGISTERED, ISSUED).when(verify(FIRST, LATER)).thenEvents(new EmailVerified(ADA, LATER, EMAIL));
    }

    @Test
    void usesTheTokenUp() {
        given(decider, REGISTERED, ISSUED, VERIFIED)
                .when(verify(FIRST, LATER))
                .thenRejected("verification_token_invalid");
    }

    @Test
    void takesTheNewestTokenOnly() {
        VerificationTokenIssued newer = new VerificationTokenIssued(ADA, NOON, SECOND, EXPIRY);

        given(decider, REGISTERED, ISSUED, newer).when(verify(FIRST, LATER)).thenRejected("verification_token_invalid");
        given(decider, REGISTERED, ISSUED, newer)
                .when(verify(SECOND, LATER))
                .thenEvents(new EmailVerified(ADA, LATER, EMAIL));
    }

    @Test
    void refusesATokenThatNobodyIssued() {
        assertThat(given(decider, REGISTERED)
                        .when(verify(FIRST, LATER))
                        .thenRejected("verification_token_invalid")
                        .kind())
                .isEqualTo(RejectionKind.INVALID);
        given(decider, REGISTERED, ISSUED).when(verify(SECOND, LATER)).thenRejected("verification_token_invalid");
    }

    @Test
    void isTooLateFromTheMomentOfExpiry() {
        given(decider, REGISTERED, ISSUED)
                .when(verify(FIRST, EXPIRY.minusNanos(1)))
                .thenEvents(new EmailVerified(ADA, EXPIRY.minusNanos(1), EMAIL));
        assertThat(given(decider, REGISTERED, ISSUED)
                        .when(verify(FIRST, EXPIRY))
                        .thenRejected("verification_token_expired")
                        .kind())
                .isEqualTo(RejectionKind.EXPIRED);
    }

    @Test
    void doesNotTellThatARetiredTokenWasLateToo() {
        given(decider, REGISTERED, ISSUED, new VerificationTokenIssued(ADA, NOON, SECOND, EXPIRY))
                .when(verify(FIRST, EXPIRY))
                .thenRejected("verification_token_invalid");
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(verify(FIRST, LATER)).thenRejected("not_found");
        given(decider, REGISTERED, ISSUED, SUSPENDED).when(verify(FIRST, LATER)).thenRejected("account_suspended");
        given(decider, REGISTERED, ISSUED, CLOSING).when(verify(FIRST, LATER)).thenRejected("account_closing");
        given(decider, REGISTERED, ISSUED, CLOSING, ERASED)
                .when(verify(FIRST, LATER))
                .thenRejected("not_found");
    }

    private static VerifyEmail verify(TokenHash token, Instant now) {
        return new VerifyEmail(ADA, HERSELF, now, token);
    }
}
