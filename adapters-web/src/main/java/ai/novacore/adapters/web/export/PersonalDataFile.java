package ai.novacore.adapters.web.export;

import ai.novacore.adapters.web.conversation.ThreadShapes.Turn;
import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.memory.HistoryShape;
import ai.novacore.adapters.web.memory.MemoryShapes.Memory;
import ai.novacore.adapters.web.quota.LedgerLine;
import ai.novacore.adapters.web.subscription.BillingShapes.SubscriptionView;
import ai.novacore.adapters.web.support.SupportShapes.LookAtMe;
import ai.novacore.adapters.web.user.SessionItem;
import ai.novacore.adapters.web.user.UserView;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.export.port.in.BelongingsQuery.Remembered;
import ai.novacore.application.feedback.port.out.FeedbackStore;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the product holds about a member, in the order in which it is written.
 *
 * @param looks of the staff at what is theirs
 * @param complete always true; a file that does not end with it broke off
 */
@Schema(name = "PersonalData")
record PersonalDataFile(
        Instant exportedAt,
        Account account,
        SubscriptionView subscription,
        List<Conversation> conversations,
        List<RememberedMemory> memories,
        List<LedgerLine> ledger,
        List<Feedback> feedback,
        List<LookAtMe> looks,
        List<Decision> policyDecisions,
        boolean complete) {

    /** The account itself, and where it is logged in. */
    @Schema(name = "PersonalAccount")
    record Account(
            UserView user,

            @Schema(allowableValues = {"active", "suspended", "closing"})
            String standing,

            List<SessionItem> sessions) {}

    /** A conversation; {@code replacedBy} tells which turns were set aside. */
    @Schema(name = "PersonalConversation")
    record Conversation(
            String id, String title, Instant createdAt, Instant updatedAt, long turnCount, List<Turn> turns) {
        static Conversation of(ConversationThread thread) {
            return new Conversation(
                    thread.summary().id().value(),
                    thread.summary().title(),
                    thread.summary().createdAt(),
                    thread.summary().updatedAt(),
                    thread.summary().turnCount(),
                    thread.turns().stream().map(Turn::of).toList());
        }
    }

    /** A memory of any state, and what happened to it. */
    @Schema(name = "PersonalMemory")
    record RememberedMemory(Memory memory, List<HistoryShape.Event> history) {
        static RememberedMemory of(Remembered remembered) {
            return new RememberedMemory(
                    Memory.of(remembered.item()),
                    HistoryShape.of(remembered.history()).events());
        }
    }

    /** What a member said about the product. */
    @Schema(name = "PersonalFeedback")
    record Feedback(
            String id,
            Instant at,

            @Schema(allowableValues = {"bug", "idea", "praise", "other"})
            String category,

            String message,
            @Nullable String page) {
        static Feedback of(FeedbackStore.Feedback said) {
            return new Feedback(said.id(), said.at(), Choices.lower(said.category()), said.message(), said.page());
        }
    }

    /** What the policy decided about a text of theirs, or an answer to them; not by which of its means. */
    @Schema(name = "PersonalDecision")
    record Decision(
            Instant at,
            @Nullable String conversationId,
            @Nullable String turnId,

            @Schema(allowableValues = {"prompt", "answer", "evaluation"})
            String direction,

            @Schema(allowableValues = {"allow", "flag", "block"})
            String decision,

            List<String> principles) {
        static Decision of(PolicyDecision kept) {
            return new Decision(
                    kept.at(),
                    kept.conversation() == null ? null : kept.conversation().value(),
                    kept.turn() == null ? null : kept.turn().value(),
                    Choices.lower(kept.direction()),
                    Choices.lower(kept.decision()),
                    kept.principles());
        }
    }
}
