package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.conversation.ChatShapes.MemoryUsed;
import ai.novacore.adapters.web.conversation.ChatShapes.Usage;
import ai.novacore.adapters.web.input.Choices;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations as the HTTP contract shows them. */
final class ThreadShapes {

    private ThreadShapes() {}

    @Schema(name = "ConversationPage")
    record Conversations(List<Line> items, @Nullable String nextCursor) {}

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
    record Turn(
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
            @Nullable Instant endedAt) {

        static Turn of(ThreadTurn turn) {
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
                    turn.endedAt());
        }
    }
}
