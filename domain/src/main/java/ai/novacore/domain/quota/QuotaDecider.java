package ai.novacore.domain.quota;

import ai.novacore.domain.quota.Quota.Reservation;
import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaCommand.NoteExhausted;
import ai.novacore.domain.quota.QuotaCommand.OpenQuota;
import ai.novacore.domain.quota.QuotaCommand.ReleaseUsage;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.TurnId;
import java.util.ArrayList;
import java.util.List;

/**
 * The exact ledger of a day. What is admitted never exceeds the limit: a turn is admitted only with a reservation that
 * fits into what is left, and is charged at most that reservation, whatever runs beside it.
 */
public final class QuotaDecider implements Decider<QuotaCommand, QuotaEvent, Quota> {

    @Override
    public Quota initial() {
        return Quota.UNOPENED;
    }

    @Override
    public List<QuotaEvent> decide(QuotaCommand command, Quota state) {
        return switch (command) {
            case OpenQuota c ->
                state.allowance() == null ? List.of(new QuotaOpened(c.id(), c.now(), c.allowance())) : List.of();
            case ReserveUsage c -> reserve(c, state);
            case SettleUsage c -> settle(c, state);
            case ReleaseUsage c -> release(c, state);
            case NoteExhausted c -> List.copyOf(UsageWarnings.exhausted(c.id(), c.now(), c.resource(), state));
            case ChangeAllowance c -> changeAllowance(c, state);
        };
    }

    private static List<QuotaEvent> reserve(ReserveUsage c, Quota state) {
        if (!QuotaId.on(c.id().user(), c.now()).equals(c.id())) {
            throw DomainRejection.conflict("quota_day_over", "A turn is charged to the day that it starts on.");
        }
        if (state.reserved().containsKey(c.turn()) || state.ended().contains(c.turn())) {
            return List.of();
        }
        Allowance limit = state.allowance() == null ? c.allowance() : state.allowance();
        long messages = state.remainingMessages(limit);
        if (messages < 1) {
            throw exceeded(c, "messages", limit.messages(), state.usedMessages() + state.reservedMessages());
        }
        long tokens = state.remainingTokens(limit);
        if (tokens < c.inputTokens() + c.minOutputTokens()) {
            throw exceeded(c, "tokens", limit.tokens(), state.usedTokens() + state.reservedTokens());
        }
        UsageReserved reserved =
                new UsageReserved(c.id(), c.now(), c.turn(), c.inputTokens(), outputCap(c, state, tokens, messages));
        return state.allowance() == null
                ? List.of(new QuotaOpened(c.id(), c.now(), limit), reserved)
                : List.of(reserved);
    }

    /**
     * The longest answer that is asked for and still fits. While other answers are under way, a turn takes no more than
     * an even share of what is left: most reservations come back almost whole, and without this rule a handful of
     * parallel turns would lock the others out although there is plenty for all.
     */
    private static long outputCap(ReserveUsage c, Quota state, long tokens, long messages) {
        long fits = state.reserved().isEmpty() ? tokens : tokens / messages;
        return Math.max(c.minOutputTokens(), Math.min(c.maxOutputTokens(), fits - c.inputTokens()));
    }

    private static LimitReached exceeded(ReserveUsage c, String resource, long limit, long used) {
        return new LimitReached("quota_exceeded", resource, limit, used, c.id().resetsAt());
    }

    private List<QuotaEvent> settle(SettleUsage c, Quota state) {
        Reservation reservation = state.reserved().get(c.turn());
        if (reservation == null) {
            return nothingOpen(c.turn(), state);
        }
        long input = Math.min(Math.max(0, c.inputTokens()), reservation.tokens());
        long output = Math.min(Math.max(0, c.outputTokens()), reservation.tokens() - input);
        long absorbed = Math.max(0, c.inputTokens()) + Math.max(0, c.outputTokens()) - input - output;
        UsageSettled settled = new UsageSettled(c.id(), c.now(), c.turn(), c.model(), input, output, absorbed);
        List<QuotaEvent> events = new ArrayList<>(List.of(settled));
        events.addAll(UsageWarnings.due(c.id(), c.now(), evolve(state, settled)));
        return List.copyOf(events);
    }

    private static List<QuotaEvent> release(ReleaseUsage c, Quota state) {
        Reservation reservation = state.reserved().get(c.turn());
        return reservation == null
                ? nothingOpen(c.turn(), state)
                : List.of(new UsageReleased(
                        c.id(), c.now(), c.turn(), reservation.inputTokens(), reservation.outputTokens(), c.reason()));
    }

    private static List<QuotaEvent> nothingOpen(TurnId turn, Quota state) {
        if (state.ended().contains(turn)) {
            return List.of();
        }
        throw DomainRejection.conflict("reservation_not_found", "This turn has nothing reserved on this day.");
    }

    private static List<QuotaEvent> changeAllowance(ChangeAllowance c, Quota state) {
        Allowance from = state.allowance();
        if (from == null) {
            return List.of(new QuotaOpened(c.id(), c.now(), c.allowance()));
        }
        return from.equals(c.allowance())
                ? List.of()
                : List.of(new AllowanceChanged(c.id(), c.now(), from, c.allowance()));
    }

    @Override
    public Quota evolve(Quota state, QuotaEvent event) {
        return switch (event) {
            case QuotaOpened e -> state.withAllowance(e.allowance());
            case UsageReserved e -> state.reserving(e.turn(), new Reservation(e.inputTokens(), e.outputTokens()));
            case UsageSettled e -> state.ending(e.turn(), e.inputTokens() + e.outputTokens(), 1);
            case UsageReleased e -> state.ending(e.turn(), 0, 0);
            case QuotaWarned e -> state.warning(e.resource(), e.percent());
            case AllowanceChanged e -> state.withAllowance(e.to());
        };
    }
}
