package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.input.PlainText;
import ai.novacore.adapters.web.problem.Problem;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.quota.QuotaShape;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chat turns as the HTTP contract shows them, as a whole or piece by piece. */
public final class ChatShapes {
    /** The longest message, in characters. What is longer is refused as too large, not as malformed. */
    static final int LONGEST_MESSAGE = 32_000;

    private ChatShapes() {}

    /** A question. */
    @Schema(name = "ChatRequest")
    public record Ask(
            @NotNull(message = "is missing") @PlainText(max = Integer.MAX_VALUE, lines = true, notBlank = true)
            @Schema(maxLength = LONGEST_MESSAGE)
            String message,

            @Nullable String conversationId,
            @PlainText(max = 200, notBlank = true) @Nullable String model,
            @Schema(defaultValue = "true") @Nullable Boolean useMemory,

            @Schema(
                    defaultValue = "false",
                    description = "Whether the answer is given to its end when its reader leaves")
            @Nullable Boolean keepGoing,

            @Schema(
                    description =
                            "A turn of the conversation, which has ended: it and all later ones are set aside, and"
                                    + " this question takes its place")
            @Nullable String replaces) {

        /**
         * What is asked, by whom.
         *
         * @param idempotencyKey by which the client knows the question again
         * @throws Refused when the message is too long, or an id is none
         */
        public Question question(Member member, @Nullable String idempotencyKey) {
            if (message.codePointCount(0, message.length()) > LONGEST_MESSAGE) {
                throw new Refused(Problem.payloadTooLarge("A message has at most " + LONGEST_MESSAGE + " characters."));
            }
            if (replaces != null && conversationId == null) {
                throw Refused.field("replaces", "needs the conversationId of the turn");
            }
            return new Question(
                    member.id(),
                    message,
                    conversationId == null ? null : PathIds.conversation(conversationId),
                    model,
                    !Boolean.FALSE.equals(useMemory),
                    Boolean.TRUE.equals(keepGoing),
                    idempotencyKey == null ? null : IdempotencyKeys.valid(idempotencyKey),
                    replaces == null ? null : PathIds.turn(replaces));
        }

        /** Never shows the message. */
        @Override
        public String toString() {
            return "Ask[" + message.length() + " characters]";
        }
    }

    /** A memory that the model was given. */
    @Schema(name = "MemoryUsed")
    public record MemoryUsed(
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

    /** What a turn cost. */
    @Schema(name = "TokenUsage")
    public record Usage(long inputTokens, long outputTokens) {
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
    public record Meta(String conversationId, String turnId, String model, List<MemoryUsed> memoriesUsed) {
        public static Meta of(Begun begun) {
            return new Meta(
                    begun.conversation().value(),
                    begun.turn().value(),
                    begun.model(),
                    MemoryUsed.all(begun.memoriesUsed()));
        }
    }

    /** How many questions wait for the model, up to this one; 0 when it is being answered. */
    @Schema(name = "ChatQueued")
    public record Queued(int position) {}

    /** A piece of the answer. */
    @Schema(name = "ChatToken")
    public record Token(String text) {}

    /** The last event of a streamed turn. */
    @Schema(name = "ChatDone")
    public record Done(
            @Schema(allowableValues = {"stop", "length", "interrupted"})
            String finishReason,

            Usage usage,
            QuotaShape quota) {
        public static Done of(Ended ended) {
            return new Done(ended.finish().wire(), Usage.of(ended.usage()), QuotaShape.of(ended.quota()));
        }
    }
}
