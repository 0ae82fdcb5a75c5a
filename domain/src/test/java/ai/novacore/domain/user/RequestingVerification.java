package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.user.UserCommand.RequestVerification;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import org.junit.jupiter.api.Test;

class RequestingVerification {
    private final UserDecider decider = new UserDecider();
    private final RequestVerification request = new RequestVerification(ADA, HERSELF, LATER);

    @Test
    void asksForAMailToTheAddressOfTheAccount() {
        given(decider, REGISTERED).when(request).thenEvents(new VerificationRequested(ADA, LATER, EMAIL));
    }

    @Test
    void canBeRepeatedWhileTheAddressIsUnverified() {
        given(decider, REGISTERED, new VerificationRequested(ADA, NOON, EMAIL), ISSUED)
                .when(request)
                .thenEvents(new VerificationRequested(ADA, LATER, EMAIL));
    }

    @Test
    void isRefusedOnceTheAddressIsVerified() {
        given(decider, REGISTERED, ISSUED, VERIFIED).when(request).thenRejected("already_verified");
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(request).thenRejected("not_found");
        given(decider, REGISTERED, SUSPENDED).when(request).thenRejected("account_suspended");
        given(decider, REGISTERED, CLOSING).when(request).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(request).thenRejected("not_found");
    }
}
