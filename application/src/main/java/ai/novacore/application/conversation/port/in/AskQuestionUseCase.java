package ai.novacore.application.conversation.port.in;

import ai.novacore.application.quota.port.in.UsageQuery.QuotaView;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chat turn: a question, remembered and paid for, and its answer. */
public interface AskQuestionUseCase {

    /**
     * A question.
     *
     * @param conversation where it belongs; a new conversation when absent
     * @param model who is to answer; the default when absent
     * @param useMemory whether memories may be brought back for it
     * @param keepGoing whether the answer is given to its end when nobody reads it any more
     * @param idempotencyKey the same key of the same person is the same turn, for a day
     * @param replaces the turn of that conversation whose place this question takes: it is set aside, with all that came
     *     after it; absent for a question that goes on
     */
    record Question(
            UserId user,
            String message,
            @Nullable ConversationId conversation,
            @Nullable String model,
            boolean useMemory,
            boolean keepGoing,
            @Nullable String idempotencyKey,
            @Nullable TurnId replaces) {

        /** A question in the plain way: to the default model, with memories, ending when its reader leaves. */
        public static Question of(UserId user, String message, @Nullable ConversationId conversation) {
            return new Question(user, message, conversation, null, true, false, null, null);
        }

        /** Never shows the message. */
        @Override
        public String toString() {
            return "Question[" + user.value() + ", " + message.length() + " characters]";
        }
    }

    /** A turn that has begun: the question is in the log, its price is reserved. */
    record Begun(ConversationId conversation, TurnId turn, String model, List<RecalledMemory> memoriesUsed) {
        public Begun {
            memoriesUsed = List.copyOf(memoriesUsed);
        }
    }

    /** How an answer ended; {@code wire} is its name in the HTTP contract. */
    enum Finish {
        STOP("stop"),
        LENGTH("length"),
        INTERRUPTED("interrupted");

        private final String wire;

        Finish(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    /** A turn that has ended, with what it cost and what is left. */
    record Ended(Begun begun, String reply, Finish finish, TokenUsage usage, QuotaView quota) {}

    /**
     * Follows a turn. Called in order on one thread, at the reader's own pace: what comes while a call is being worked on
     * is handed over together by the next. What it throws means that this reader has left.
     */
    interface Reader {

        /** The turn has begun; the first call, unless the reader goes on where they stopped. */
        void begun(Begun begun);

        /**
         * The model is busy with others.
         *
         * @param position how many questions wait, up to this one; 0 when it is being answered
         */
        default void queued(int position) {}

        /**
         * A piece of the answer; never empty.
         *
         * @param end the length of the answer with this piece, in UTF-16 units: where to go on after it
         */
        void text(String text, long end);

        /** Nothing has come for some seconds; a chance to find out whether anybody still reads. */
        default void idle() {}
    }

    /**
     * Asks, and returns when the turn has ended. A turn that has begun always ends, as completed, interrupted or failed,
     * also when the node dies. When its last reader leaves, it is interrupted, unless it was to keep going. A question
     * with a key that was used before is not asked again: its reader follows the turn that there is.
     *
     * @throws ai.novacore.domain.shared.DomainRejection before the turn begins: {@code quota_exceeded}, {@code not_found},
     *     {@code idempotency_key_reused} when the key was used for another question, {@code turn_in_progress} when what it
     *     is to replace is still being answered, {@code turn_set_aside} when that was replaced before
     * @throws ai.novacore.application.model.port.out.ModelFailure when there is no answer; the turn is recorded as failed
     *     and its reservation released. When part of the answer had been given, the turn is interrupted instead, and
     *     that part is paid for
     */
    Ended ask(Question question, Reader reader);

    /**
     * Follows a turn from some place in its answer to its end, wherever it is or was answered. That of a turn which has
     * ended is there at once. Whoever only follows is no reader whose leaving stops anything, unless they follow on the
     * node that answers and are the last one there.
     *
     * @param from how much of the answer is known, in UTF-16 units; 0 for a reader who has not seen anything
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}, also for somebody else's
     * @throws ai.novacore.application.model.port.out.ModelFailure as {@link #ask} did or does
     */
    Ended follow(UserId user, TurnId turn, long from, Reader reader);

    /**
     * Stops a turn, on whatever node it is answered; nothing to do when it has ended.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}, also for somebody else's
     */
    void cancel(UserId user, TurnId turn);
}
