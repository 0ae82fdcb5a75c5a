package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.conversation.port.out.OpenTurnStore.OpenTurn;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.conversation.ConversationCommand;
import ai.novacore.domain.conversation.ConversationCommand.CompleteTurn;
import ai.novacore.domain.conversation.ConversationCommand.FailTurn;
import ai.novacore.domain.conversation.ConversationCommand.InterruptTurn;
import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.QuotaCommand;
import ai.novacore.domain.quota.QuotaCommand.NoteExhausted;
import ai.novacore.domain.quota.QuotaCommand.ReleaseUsage;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.quota.Resource;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;

/**
 * Records a turn and its price together: both begin in one transaction, and both end in one, so that no turn is unpaid
 * and no reservation outlives its turn. Whatever else has to be true together with that is recorded with it.
 */
final class TurnLedger {
    private final CommandDispatcher commands;
    private final OpenTurnStore openTurns;
    private final Clock clock;

    TurnLedger(CommandDispatcher commands, OpenTurnStore openTurns, Clock clock) {
        this.commands = commands;
        this.openTurns = openTurns;
        this.clock = clock;
    }

    /** Which turn, and the day that it is charged to. */
    record Entry(QuotaId quota, ConversationId conversation, UserId owner, TurnId turn, String model) {
        static Entry of(OpenTurn open) {
            return new Entry(open.quota(), open.conversation(), open.owner(), open.turn(), open.model());
        }

        Actor actor() {
            return Actor.member(owner);
        }
    }

    /**
     * Begins a turn.
     *
     * @param first done first in the same transaction; what it throws keeps the turn from beginning
     * @param last done last in the same transaction
     * @return the cap of the answer that was granted
     */
    long begin(ReserveUsage reservation, StartTurn start, Runnable first, Runnable last) {
        return commands.atomically(() -> {
            first.run();
            long cap = commands.dispatch(reservation).stream()
                    .filter(UsageReserved.class::isInstance)
                    .mapToLong(event -> ((UsageReserved) event).outputTokens())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the turn was reserved before"));
            commands.dispatch(start);
            openTurns.open(new OpenTurn(
                    start.turn(),
                    start.id(),
                    start.owner(),
                    reservation.id(),
                    start.model(),
                    start.node(),
                    reservation.inputTokens(),
                    "",
                    0));
            last.run();
            return cap;
        });
    }

    /**
     * Ends a turn with its whole answer.
     *
     * @param last done last in the same transaction
     * @return whether it was this that ended the turn; false when it had ended before
     */
    boolean complete(Entry entry, String reply, FinishReason reason, TokenUsage usage, Runnable last) {
        return end(
                entry,
                settle(entry, usage),
                new CompleteTurn(
                        entry.conversation(),
                        entry.actor(),
                        clock.instant(),
                        entry.owner(),
                        entry.turn(),
                        new PersonalText(reply),
                        reason,
                        usage),
                last);
    }

    /** As {@link #complete}. */
    boolean interrupt(Entry entry, String reply, String reason, TokenUsage usage, Runnable last) {
        return end(entry, settle(entry, usage), interruption(entry, reply, reason, usage), last);
    }

    /** Ends a turn that the model knows nothing of, so that it costs nothing; as {@link #complete}. */
    boolean callOff(Entry entry, String reason, Runnable last) {
        return end(entry, release(entry, reason), interruption(entry, "", reason, TokenUsage.NONE), last);
    }

    /** As {@link #complete}. */
    boolean fail(Entry entry, String code, Runnable last) {
        return end(
                entry,
                release(entry, code),
                new FailTurn(entry.conversation(), entry.actor(), clock.instant(), entry.owner(), entry.turn(), code),
                last);
    }

    /**
     * Records that the day is used up, if it is that which kept a turn from beginning; once a day. The refusal is what
     * counts: a failure here is noted with it.
     */
    void noteExhausted(Entry entry, LimitReached limit) {
        Resource resource = limit.resource().equals("messages") ? Resource.MESSAGES : Resource.TOKENS;
        try {
            commands.dispatch(new NoteExhausted(entry.quota(), entry.actor(), clock.instant(), resource));
        } catch (RuntimeException e) {
            limit.addSuppressed(e);
        }
    }

    private InterruptTurn interruption(Entry entry, String reply, String reason, TokenUsage usage) {
        return new InterruptTurn(
                entry.conversation(),
                entry.actor(),
                clock.instant(),
                entry.owner(),
                entry.turn(),
                new PersonalText(reply),
                reason,
                usage);
    }

    private ReleaseUsage release(Entry entry, String reason) {
        return new ReleaseUsage(entry.quota(), entry.actor(), clock.instant(), entry.turn(), reason);
    }

    private SettleUsage settle(Entry entry, TokenUsage usage) {
        return new SettleUsage(
                entry.quota(),
                entry.actor(),
                clock.instant(),
                entry.turn(),
                entry.model(),
                usage.inputTokens(),
                usage.outputTokens());
    }

    private boolean end(Entry entry, QuotaCommand price, ConversationCommand turn, Runnable last) {
        return commands.atomically(() -> {
            commands.dispatch(price);
            boolean ended = !commands.dispatch(turn).isEmpty();
            openTurns.close(entry.turn());
            last.run();
            return ended;
        });
    }
}
