package ai.novacore.application.conversation;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.conversation.ConversationCommand;
import ai.novacore.domain.conversation.ConversationCommand.CompleteTurn;
import ai.novacore.domain.conversation.ConversationCommand.FailTurn;
import ai.novacore.domain.conversation.ConversationCommand.InterruptTurn;
import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.QuotaCommand;
import ai.novacore.domain.quota.QuotaCommand.ReleaseUsage;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;

/**
 * Records a turn and its price together: both begin in one transaction, and both end in one, so that no turn is unpaid
 * and no reservation outlives its turn.
 */
final class TurnLedger {
    private final CommandDispatcher commands;
    private final Clock clock;

    TurnLedger(CommandDispatcher commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Which turn, and the day that it is charged to. */
    record Entry(QuotaId quota, ConversationId conversation, UserId owner, TurnId turn, String model) {
        Actor actor() {
            return Actor.member(owner);
        }
    }

    /**
     * Begins a turn.
     *
     * @return the cap of the answer that was granted
     */
    long begin(ReserveUsage reservation, StartTurn start) {
        return commands.atomically(() -> {
            long cap = commands.dispatch(reservation).stream()
                    .filter(UsageReserved.class::isInstance)
                    .mapToLong(event -> ((UsageReserved) event).outputTokens())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the turn was reserved before"));
            commands.dispatch(start);
            return cap;
        });
    }

    void complete(Entry entry, String reply, FinishReason reason, TokenUsage usage) {
        end(
                settle(entry, usage),
                new CompleteTurn(
                        entry.conversation(),
                        entry.actor(),
                        clock.instant(),
                        entry.owner(),
                        entry.turn(),
                        new PersonalText(reply),
                        reason,
                        usage));
    }

    void interrupt(Entry entry, String reply, String reason, TokenUsage usage) {
        end(
                settle(entry, usage),
                new InterruptTurn(
                        entry.conversation(),
                        entry.actor(),
                        clock.instant(),
                        entry.owner(),
                        entry.turn(),
                        new PersonalText(reply),
                        reason,
                        usage));
    }

    void fail(Entry entry, String code) {
        end(
                new ReleaseUsage(entry.quota(), entry.actor(), clock.instant(), entry.turn(), code),
                new FailTurn(entry.conversation(), entry.actor(), clock.instant(), entry.owner(), entry.turn(), code));
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

    private void end(QuotaCommand price, ConversationCommand turn) {
        commands.atomically(() -> {
            commands.dispatch(price);
            return commands.dispatch(turn);
        });
    }
}
