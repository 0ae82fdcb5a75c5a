package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.conversation.ChatShapes.MemoryUsed;
import ai.novacore.adapters.web.conversation.ChatShapes.Usage;
import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.PlainText;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations as the HTTP contract shows them. */
public final class ThreadShapes {

    private ThreadShapes() {}

    @Schema(name = "ConversationPage")
    record Conversations(List<Line> items, @Nullable String nextCursor) {}

    /** What the owner wants a conversation to be called. */
    @Schema(name = "RenameConversation")
    record Rename(
            @NotNull(message = "is missing") @PlainText(max = 200, notBlank = true)
            String title) {
        /** Never shows the title. */
        @Override
        public String toString() {
            return "Rename[…]";
        }
    }

    /** What the owner thinks of an answer. */
    @Schema(name = "TurnRating")
    record NewRating(
            @NotNull(message = "is missing") @Schema(allowableValues = {"up", "down"})
            String rating,

            @PlainText(max = 2_000, lines = true) @Nullable String comment) {
        /** Never shows the comment. */
        @Override
        public String toString() {
            return "NewRating[…]";
        }
    }

    /** A conversation to be kept elsewhere, without what was set aside. */
    @Schema(name = "ConversationExport")
    record Export(String id, String title, Instant createdAt, Instant updatedAt, List<Turn> turns) {
        static Export of(ConversationThread thread) {
            return new Export(
                    thread.summary().id().value(),
                    thread.summary().title(),
                    thread.summary().createdAt(),
                    thread.summary().updatedAt(),
                    thread.inForce().turns().stream().map(Turn::of).toList());
        }
    }

    @Schema(name = "ConversationSummary")
    record Line(String id, String title, Instant updatedAt, long turnCount) {
        static Line of(ConversationSummary summary) {
            return new Line(summary.id().value(), summary.title(), summary.updatedAt(), summary.turnCount());
        }
    }

    @Schema(name = "Conversation")
    record Conversation(String id, String title, List<Turn> turns) {
        static Conversation of(ConversationThread thread) {
            return new Conversation(
                    thread.summary().id().value(),
                    thread.summary().title(),
                    thread.turns().stream().map(Turn::of).toList());
        }
    }

    @Schema(name = "Turn")
    public record Turn(
            String turnId,
            String prompt,
            @Nullable String reply,

            @Schema(allowableValues = {"started", "completed", "interrupted", "failed"})
            String status,

            @Schema(allowableValues = {"stop", "length"}) @Nullable String finishReason,

            @Nullable String failure,
            @Nullable Usage usage,
            List<MemoryUsed> memoriesUsed,

            @Schema(allowableValues = {"up", "down"}) @Nullable String rating,

            @Nullable String ratingComment,

            Instant startedAt,
            @Nullable Instant endedAt,

            @Schema(description = "The turn that took the place of this one, which counts no more") @Nullable String replacedBy) {

        public static Turn of(ThreadTurn turn) {
            return new Turn(
                    turn.id().value(),
                    turn.prompt(),
                    turn.reply(),
                    Choices.lower(turn.status()),
                    turn.finishReason() == null ? null : Choices.lower(turn.finishReason()),
                    turn.failure(),
                    turn.usage() == null ? null : Usage.of(turn.usage()),
                    MemoryUsed.all(turn.memoriesUsed()),
                    turn.rating() == null ? null : Choices.lower(turn.rating()),
                    turn.ratingComment(),
                    turn.startedAt(),
                    turn.endedAt(),
                    turn.replacedBy() == null ? null : turn.replacedBy().value());
        }
    }
}
