package ai.novacore.domain.user;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.user.UserExamples.*;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.user.UserCommand.NoteTokenReuse;
import ai.novacore.domain.user.UserEvent.RefreshTokenReused;
import org.junit.jupiter.api.Test;

@Deciding(UserCommand.NoteTokenReuse.class)
class NotingTokenReuse {
    private final UserDecider decider = new UserDecider();
    private final NoteTokenReuse note = new NoteTokenReuse(ADA, SYSTEM, LATER, "ses_1");

    @Test
    void notesEachOne() {
        given(decider, REGISTERED).when(note).thenEvents(new RefreshTokenReused(ADA, LATER, "ses_1"));
        given(decider, REGISTERED, new RefreshTokenReused(ADA, NOON, "ses_1"))
                .when(note)
                .thenEvents(new RefreshTokenReused(ADA, LATER, "ses_1"));
        given(decider, REGISTERED, SUSPENDED).when(note).thenEvents(new RefreshTokenReused(ADA, LATER, "ses_1"));
    }

    @Test
    void needsAnAccountThatIsOpen() {
        given(decider).when(note).thenRejected("not_found");
        given(decider, REGISTERED, CLOSING).when(note).thenRejected("account_closing");
        given(decider, REGISTERED, CLOSING, ERASED).when(note).thenRejected("not_found");
    }
}
