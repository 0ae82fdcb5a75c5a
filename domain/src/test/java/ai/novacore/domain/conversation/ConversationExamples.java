package ai.novacore.domain.conversation;

import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.ConversationStarted;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ada's conversation about tea, which Bob has no business with. */
final class ConversationExamples {
    static final UserId ADA = new UserId("usr_ada");
    static final UserId BOB = new UserId("usr_bob");
    static final Actor ACTOR = Actor.member(ADA);
    static final Actor INTRUDER = Actor.member(BOB);
    static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    static final ConversationId TEA = new ConversationId("cnv_tea");
    static final TurnId FIRST = new TurnId("trn_1");
    static final TurnId SECOND = new TurnId("trn_2");
    static final TurnId THIRD = new TurnId("trn_3");
    static final PersonalText TITLE = new PersonalText("Tea");
    static final PersonalText PROMPT = new PersonalText("Which tea keeps me awake?");
    static final PersonalText REPLY = new PersonalText("Assam.");
    static final TokenUsage USAGE = new TokenUsage(12, 3);
    static final List<RecalledMemory> RECALLED =
            List.of(new RecalledMemory(new MemoryId("mem_1"), MemoryTier.LTM, 0.8));

    static final ConversationStarted STARTED = new ConversationStarted(TEA, NOON, ADA, TITLE);
    static final GivenContext GIVEN = new GivenContext(new PersonalText("You are Nova."), List.of());
    static final TurnStarted ASKED = asked(FIRST);
    static final TurnCompleted COMPLETED = new TurnCompleted(TEA, NOON, ADA, FIRST, REPLY, FinishReason.STOP, USAGE);
    static final TurnInterrupted INTERRUPTED = new TurnInterrupted(TEA, NOON, ADA, FIRST, REPLY, "reader_left", USAGE);
    static final TurnFailed FAILED = new TurnFailed(TEA, NOON, ADA, FIRST, "model_unavailable");
    static final ConversationDeleted DELETED = new ConversationDeleted(TEA, NOON, ADA);

    private ConversationExamples() {}

    static TurnStarted asked(TurnId turn) {
        return new TurnStarted(TEA, NOON, ADA, turn, PROMPT, "llama3.2", RECALLED, "node-a", GIVEN);
    }

    static StartTurn ask(UserId owner, TurnId turn) {
        return ask(owner, turn, null);
    }

    static StartTurn ask(UserId owner, TurnId turn, @Nullable TurnId replaces) {
        return new StartTurn(
                TEA,
                Actor.member(owner),
                NOON,
                owner,
                turn,
                TITLE,
                PROMPT,
                "llama3.2",
                RECALLED,
                "node-a",
                GIVEN,
                replaces);
    }
}
