package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.input.PlainText;
import ai.novacore.adapters.web.quota.QuotaShape;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chat turns as the HTTP contract shows them, as a whole or piece by piece. */
final class ChatShapes {
    /** The longest message, in characters. What is longer is refused as too large, not as malformed. */
    static final int LONGEST_MESSAGE = 32_000;

    private ChatShapes() {}

    @Schema(name = "ChatRequest")
    record Ask(
            @NotNull(message = "is missing") @PlainText(max = Integer.MAX_VALUE, lines = true, notBlank = true)
            @Schema(maxLength = LONGEST_MESSAGE)
            String message,

            @Nullable String conversationId,
            @PlainText(max = 200, notBlank = true) @Nullable String model,
            @Schema(defaultValue = "true") @Nullable Boolean useMemory) {
        /** Never shows the message. */
        @Override
        public String toString() {
            return "Ask[" + message.length() + " characters]";
        }
    }

    @Schema(name = "MemoryUsed")
    record MemoryUsed(
            String id,
            @Schema(allowableValues = {"STM", "ITM", "LTM"}) String tier,
            double score) {

        static List<MemoryUsed> all(List<RecalledMemory> memories) {
            return memories.stream()
                    .map(memory ->
                            new MemoryUsed(memory.id().value(), memory.tier().name(), memory.score()))
                    .toList();
        }
    }

    @Schema(name = "TokenUsage")
    record Usage(long inputTokens, long outputTokens) {
        static Usage of(TokenUsage usage) {
            return new Usage(usage.inputTokens(), usage.outputTokens());
        }
    }

    /** A whole turn. */
    @Schema(name = "ChatAnswer")
    record Answer(
            String conversationId,
            String turnId,
            String reply,
            String model,

            @Schema(allowableValues = {"stop", "length", "interrupted"})
            String finishReason,

            Usage usage,
            List<MemoryUsed> memoriesUsed,
            QuotaShape quota) {

        static Answer of(Ended ended) {
            return new Answer(
                    ended.begun().conversation().value(),
                    ended.begun().turn().value(),
                    ended.reply(),
                    ended.begun().model(),
                    ended.finish().wire(),
                    Usage.of(ended.usage()),
                    MemoryUsed.all(ended.begun().memoriesUsed()),
                    QuotaShape.of(ended.quota()));
        }
    }

    /** The first event of a streamed turn. */
    @Schema(name = "ChatMeta")
    record Meta(String conversationId, String turnId, String model, List<MemoryUsed> memoriesUsed) {
        static Meta of(Begun begun) {
            return new Meta(
                    begun.conversation().value(),
                    begun.turn().value(),
                    begun.model(),
                    MemoryUsed.all(begun.memoriesUsed()));
        }
    }

    /** A piece of the answer. */
    @Schema(name = "ChatToken")
    record Token(String text) {}

    /** The last event of a streamed turn. */
    @Schema(name = "ChatDone")
    record Done(
            @Schema(allowableValues = {"stop", "length", "interrupted"})
            String finishReason,

            Usage usage,
            QuotaShape quota) {
        static Done of(Ended ended) {
            return new Done(ended.finish().wire(), Usage.of(ended.usage()), QuotaShape.of(ended.quota()));
        }
    }
}
