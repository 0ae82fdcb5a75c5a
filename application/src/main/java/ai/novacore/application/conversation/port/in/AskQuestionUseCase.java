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
     */
    record Question(
            UserId user,
            String message,
            @Nullable ConversationId conversation,
            @Nullable String model,
            boolean useMemory) {
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

    /** Follows a turn. Called in order on one thread; what it throws stops the model and interrupts the turn. */
    interface Reader {
        /** The turn has begun. */
        void begun(Begun begun);

        /** A piece of the answer; never empty. */
        void token(String text);
    }

    /**
     * Asks, and returns when the turn has ended. A turn that has begun always ends, as completed, interrupted or failed,
     * also when the reader leaves or the node dies.
     *
     * @throws ai.novacore.domain.shared.DomainRejection before the turn begins: {@code quota_exceeded}, {@code not_found}
     * @throws ai.novacore.application.model.port.out.ModelFailure when there is no answer; the turn is recorded as failed
     *     and its reservation released. When part of the answer had been given, the turn is interrupted instead, and
     *     that part is paid for
     */
    Ended ask(Question question, Reader reader);

    /**
     * Stops a turn that this node is answering.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}, also for somebody else's
     */
    void cancel(UserId user, TurnId turn);
}
