package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.user.UserCommand.IssueVerificationToken;
import ai.novacore.domain.user.UserEvent.VerificationTokenIssued;
import org.junit.jupiter.api.Test;

class IssuingVerificationToken {
    private final UserDecider decider = new UserDecider();
    private final IssueVerificationToken issue = new IssueVerificationToken(ADA, SYSTEM, LATER, SECOND, EXPIRY);
    private final VerificationTokenIssued issued = new VerificationTokenIssued(ADA, LATER, SECOND, EXPIRY);

    @Test
    void recordsTheHashAndItsExpiry() {
        given(decider, REGISTERED).when(issue).thenEvents(issued);
    }

    @Test
    void retiresTheTokenBefore() {
        given(decider, REGISTERED, ISSUED).when(issue).thenEvents(issued);
        given(decider, REGISTERED, ISSUED, issued)
                .when(new UserCommand.VerifyEmail(ADA, HERSELF, LATER, FIRST))
                .thenRejected("verification_token_invalid");
    }

    @Test
    void happensOnceAToken() {
        given(decider, REGISTERED, issued).when(issue).thenNothing();
    }

    @Test
    void isRefusedOnceTheAddressIsVerified() {
        given(decider, REGISTERED, ISSUED, VERIFIED).when(issue).thenRejected("already_verified");
    }

    @Test
    void goesOnForASuspendedPersonWhenTheSystemDoesIt() {
        given(decider, REGISTERED, SUSPENDED).when(issue).thenEvents(issued);
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(issue).thenRejected("not_found");
        given(decider, REGISTERED, CLOSING).when(issue).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(issue).thenRejected("not_found");
    }
}
