package ai.novacore.domain.conversation;

import static ai.novacore.domain.conversation.ConversationExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.conversation.ConversationCommand.RenameConversation;
import ai.novacore.domain.conversation.ConversationEvent.ConversationRenamed;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.RejectionKind;
import org.junit.jupiter.api.Test;

@Deciding(RenameConversation.class)
class RenamingConversation {
    private static final PersonalText COFFEE = new PersonalText("Coffee");
    private static final RenameConversation RENAME = new RenameConversation(TEA, ACTOR, NOON, ADA, COFFEE);
    private static final ConversationRenamed RENAMED = new ConversationRenamed(TEA, NOON, ADA, COFFEE);

    private final ConversationDecider decider = new ConversationDecider();

    @Test
    void replacesTheTitle() {
        given(decider, STARTED, ASKED).when(RENAME).thenEvents(RENAMED);
    }

    @Test
    void toTheSameTitleDoesNothing() {
        given(decider, STARTED, ASKED, RENAMED).when(RENAME).thenNothing();
        given(decider, STARTED)
                .when(new RenameConversation(TEA, ACTOR, NOON, ADA, TITLE))
                .thenNothing();
    }

    @Test
    void takesATitleThatCanBeSeen() {
        assertThat(given(decider, STARTED)
                        .when(new RenameConversation(TEA, ACTOR, NOON, ADA, new PersonalText(" \t")))
                        .thenRejected("invalid_title")
                        .kind())
                .isEqualTo(RejectionKind.INVALID);
    }

    @Test
    void isRefusedWhereThereIsNothing() {
        given(decider).when(RENAME).thenRejected("not_found");
        given(decider, STARTED, DELETED).when(RENAME).thenRejected("not_found");
    }

    @Test
    void isRefusedToAnybodyElse() {
        given(decider, STARTED)
                .when(new RenameConversation(TEA, INTRUDER, NOON, BOB, COFFEE))
                .thenRejected("not_found");
    }
}
