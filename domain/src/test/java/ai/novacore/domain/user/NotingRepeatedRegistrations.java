package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.user.UserCommand.NoteRepeatedRegistration;
import ai.novacore.domain.user.UserEvent.RegistrationRepeated;
import org.junit.jupiter.api.Test;

@Deciding(UserCommand.NoteRepeatedRegistration.class)
class NotingRepeatedRegistrations {
    private final UserDecider decider = new UserDecider();
    private final NoteRepeatedRegistration note = new NoteRepeatedRegistration(ADA, SYSTEM, LATER);

    @Test
    void notesEachOne() {
        given(decider, REGISTERED).when(note).thenEvents(new RegistrationRepeated(ADA, LATER));
        given(decider, REGISTERED, new RegistrationRepeated(ADA, NOON))
                .when(note)
                .thenEvents(new RegistrationRepeated(ADA, LATER));
        given(decider, REGISTERED, SUSPENDED).when(note).thenEvents(new RegistrationRepeated(ADA, LATER));
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(note).thenRejected("not_found");
        given(decider, REGISTERED, CLOSING).when(note).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(note).thenRejected("not_found");
    }
}
