package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.BalancingWhateverHappens.Happening;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.quota.InMemoryQuotaUsage;
import ai.novacore.application.quota.InMemoryUsageLedger;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.quota.readmodel.LedgerEntry.Kind;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.Quota;
import ai.novacore.domain.quota.QuotaDecider;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Goes through a log event by event, and compares what it comes to with what is shown. */
final class Balance {
    private final List<DomainEvent> events;
    private final InMemoryQuotaUsage usage;
    private final InMemoryUsageLedger ledger;
    private final OpenTurnStore openTurns;
    private final Set<Happening> happened;
    private final QuotaDecider decider = new QuotaDecider();
    private final Map<QuotaId, Quota> days = new LinkedHashMap<>();
    private final Map<TurnId, UsageReserved> reserved = new HashMap<>();
    private final Map<TurnId, TokenUsage> charged = new HashMap<>();
    private final Set<TurnId> started = new HashSet<>();
    private final Set<TurnId> ended = new HashSet<>();

    Balance(
            List<DomainEvent> events,
            InMemoryQuotaUsage usage,
            InMemoryUsageLedger ledger,
            OpenTurnStore openTurns,
            Set<Happening> happened) {
        this.events = events;
        this.usage = usage;
        this.ledger = ledger;
        this.openTurns = openTurns;
        this.happened = happened;
    }

    void check() {
        events.forEach(this::take);
        assertThat(ended).as("turns that have ended").isEqualTo(started);
        assertThat(reserved.keySet()).as("turns that were reserved").isEqualTo(started);
        assertThat(charged.keySet()).as("turns that were settled or released").isEqualTo(started);
        assertThat(openTurns.exceptOn(Set.of())).isEmpty();
        days.forEach(this::compare);
        compareLedger();
    }

    private void take(DomainEvent event) {
        if (event instanceof QuotaEvent quota) {
            takeQuota(quota);
        }
        switch (event) {
            case TurnStarted e -> assertThat(started.add(e.turn())).isTrue();
            case TurnCompleted e -> {
                happened.add(Happening.COMPLETED);
                end(e.turn(), e.usage());
            }
            case TurnInterrupted e -> {
                note(e);
                end(e.turn(), e.usage());
                assertThat(e.usage().outputTokens())
                        .isGreaterThanOrEqualTo(words(e.reply().value()));
            }
            case TurnFailed e -> {
                happened.add(Happening.FAILED);
                end(e.turn(), TokenUsage.NONE);
            }
            default -> {}
        }
    }

    private static long words(String reply) {
        return reply.isBlank() ? 0 : reply.strip().split(" ", -1).length;
    }

    private void note(TurnInterrupted e) {
        happened.add(
                switch (e.reason()) {
                    case "cancelled" -> e.usage().equals(TokenUsage.NONE) ? Happening.CALLED_OFF : Happening.CANCELLED;
                    case "reader_left" -> Happening.READER_LEFT;
                    case "node_lost" -> Happening.NODE_LOST;
                    default -> Happening.BROKEN_OFF;
                });
    }

    /** It ends once, after it was charged what it says that it used, as far as that was set aside. */
    private void end(TurnId turn, TokenUsage used) {
        assertThat(started).contains(turn);
        assertThat(ended.add(turn)).as("a turn ends once").isTrue();
        UsageReserved set = Objects.requireNonNull(reserved.get(turn));
        TokenUsage paid = charged.get(turn);
        assertThat(paid).as("it was charged in the same transaction").isNotNull();
        long most = set.inputTokens() + set.outputTokens();
        assertThat(paid.inputTokens() + paid.outputTokens())
                .isEqualTo(Math.min(most, used.inputTokens() + used.outputTokens()));
    }

    private void takeQuota(QuotaEvent event) {
        Quota before = days.getOrDefault(event.id(), decider.initial());
        Quota after = decider.evolve(before, event);
        days.put(event.id(), after);
        switch (event) {
            case UsageReserved e -> {
                assertThat(reserved.put(e.turn(), e)).as("reserved once").isNull();
                assertThat(QuotaId.on(e.id().user(), e.at())).isEqualTo(e.id());
                fits(after);
            }
            case UsageSettled e -> {
                charge(e.turn(), e.id(), new TokenUsage(e.inputTokens(), e.outputTokens()));
                if (!e.at().isBefore(e.id().resetsAt())) {
                    happened.add(Happening.SETTLED_ANOTHER_DAY);
                }
            }
            case UsageReleased e -> charge(e.turn(), e.id(), TokenUsage.NONE);
            case AllowanceChanged _ -> {
                if (after.reservedMessages() > 0) {
                    happened.add(Happening.TIER_CHANGED_MEANWHILE);
                }
            }
            case QuotaWarned e -> {
                if (e.percent() == 100) {
                    happened.add(Happening.USED_UP);
                }
            }
            default -> {}
        }
    }

    private static void fits(Quota day) {
        Allowance limit = Objects.requireNonNull(day.allowance());
        assertThat(day.usedTokens() + day.reservedTokens())
                .as("tokens admitted")
                .isLessThanOrEqualTo(limit.tokens());
        assertThat(day.usedMessages() + day.reservedMessages())
                .as("messages admitted")
                .isLessThanOrEqualTo(limit.messages());
    }

    private void charge(TurnId turn, QuotaId day, TokenUsage paid) {
        UsageReserved set = Objects.requireNonNull(reserved.get(turn));
        assertThat(day).as("the day of the reservation").isEqualTo(set.id());
        assertThat(charged.put(turn, paid)).as("charged once").isNull();
        assertThat(paid.inputTokens() + paid.outputTokens())
                .isLessThanOrEqualTo(set.inputTokens() + set.outputTokens());
    }

    private void compare(QuotaId id, Quota day) {
        QuotaUsage shown = usage.find(id).orElseThrow();
        assertThat(day.reserved()).isEmpty();
        assertThat(shown.reservedTokens()).isZero();
        assertThat(shown.reservedMessages()).isZero();
        assertThat(shown.usedTokens()).isEqualTo(day.usedTokens());
        assertThat(shown.usedMessages()).isEqualTo(day.usedMessages());
        assertThat(shown.allowance()).isEqualTo(day.allowance());
    }

    private void compareLedger() {
        Map<TurnId, TokenUsage> lines = new HashMap<>();
        Set<UserId> people = new HashSet<>();
        days.keySet().forEach(day -> people.add(day.user()));
        for (LedgerEntry line : lines(people)) {
            TokenUsage paid = new TokenUsage(line.inputTokens(), line.outputTokens());
            assertThat(lines.put(line.turn(), paid)).isNull();
            assertThat(line.kind() == Kind.RELEASED).isEqualTo(line.model() == null);
        }
        assertThat(lines).as("the ledger").isEqualTo(charged);
    }

    private List<LedgerEntry> lines(Set<UserId> people) {
        List<LedgerEntry> lines = new ArrayList<>();
        people.forEach(person -> lines.addAll(ledger.list(person, null, null, PageRequest.first(PageRequest.MAX_LIMIT))
                .items()));
        return lines;
    }
}
