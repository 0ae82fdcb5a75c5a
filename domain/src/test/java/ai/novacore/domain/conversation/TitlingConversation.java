package ai.novacore.domain.conversation;

import static ai.novacore.domain.conversation.ConversationExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;

import ai.novacore.domain.conversation.ConversationCommand.RenameConversation;
import ai.novacore.domain.conversation.ConversationCommand.TitleConversation;
import ai.novacore.domain.conversation.ConversationEvent.ConversationRenamed;
import ai.novacore.domain.conversation.ConversationEvent.ConversationTitled;
import ai.novacore.domain.conversation.ConversationEvent.TurnsSetAside;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.PersonalText;
import java.util.List;
import org.junit.jupiter.api.Test;

@Deciding(TitleConversation.class)
class TitlingConversation {
    private static final PersonalText FOUND = new PersonalText("Tea that wakes");
    private static final TitleConversation GIVE = new TitleConversation(TEA, ACTOR, NOON, ADA, FOUND);
    private static final ConversationTitled TITLED = new ConversationTitled(TEA, NOON, ADA, FOUND);
    private static final ConversationRenamed RENAMED =
            new ConversationRenamed(TEA, NOON, ADA, new PersonalText("Mornings"));

    private final ConversationDecider decider = new ConversationDecider();

    @Test
    void replacesTheFirstWords() {
        given(decider, STARTED, ASKED, COMPLETED).when(GIVE).thenEvents(TITLED);
    }

    @Test
    void happensOnce() {
        given(decider, STARTED, ASKED, TITLED)
                .when(new TitleConversation(TEA, ACTOR, NOON, ADA, new PersonalText("Another")))
                .thenNothing();
    }

    @Test
    void happensAgainOnceNothingIsInForceThatItWasFoundFor() {
        TurnsSetAside replaced = new TurnsSetAside(TEA, NOON, ADA, THIRD, List.of(FIRST, SECOND));
        TurnsSetAside shortened = new TurnsSetAside(TEA, NOON, ADA, THIRD, List.of(SECOND));
        TitleConversation anew = new TitleConversation(TEA, ACTOR, NOON, ADA, new PersonalText("Coffee"));
        ConversationTitled found = new ConversationTitled(TEA, NOON, ADA, new PersonalText("Coffee"));

        given(decider, STARTED, ASKED, TITLED, asked(SECOND), asked(THIRD), replaced)
                .when(anew)
                .thenEvents(found);
        given(decider, STARTED, ASKED, TITLED, asked(SECOND), asked(THIRD), shortened)
                .when(anew)
                .thenNothing();
        given(decider, STARTED, ASKED, RENAMED, asked(SECOND), asked(THIRD), replaced)
                .when(anew)
                .thenNothing();
        given(decider, STARTED, ASKED, TITLED, asked(SECOND), asked(THIRD), replaced, found)
                .when(GIVE)
                .thenNothing();
    }

    @Test
    void leavesWhatTheOwnerChose() {
        given(decider, STARTED, ASKED, RENAMED).when(GIVE).thenNothing();
        given(decider, STARTED, TITLED, RENAMED).when(GIVE).thenNothing();
    }

    @Test
    void leavesTheOwnerTheLastWord() {
        given(decider, STARTED, TITLED)
                .when(new RenameConversation(TEA, ACTOR, NOON, ADA, new PersonalText("Mornings")))
                .thenEvents(RENAMED);
    }

    @Test
    void comesTooLateForWhatIsDeleted() {
        given(decider, STARTED, ASKED, DELETED).when(GIVE).thenNothing();
    }

    @Test
    void takesATitleThatCanBeSeen() {
        given(decider, STARTED)
                .when(new TitleConversation(TEA, ACTOR, NOON, ADA, new PersonalText(" \n")))
                .thenRejected("invalid_title");
    }

    @Test
    void isRefusedWhereThereIsNothingAndToAnybodyElse() {
        given(decider).when(GIVE).thenRejected("not_found");
        given(decider, STARTED)
                .when(new TitleConversation(TEA, INTRUDER, NOON, BOB, FOUND))
                .thenRejected("not_found");
    }
}
