package ai.novacore.application.quota;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.quota.port.in.UsageQuery.Resource;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.quota.readmodel.LedgerEntry.Kind;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.application.quota.readmodel.QuotaUsageProjection;
import ai.novacore.application.quota.readmodel.UsageLedgerProjection;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.Quota;
import ai.novacore.domain.quota.QuotaCommand;
import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaCommand.NoteExhausted;
import ai.novacore.domain.quota.QuotaCommand.OpenQuota;
import ai.novacore.domain.quota.QuotaCommand.ReleaseUsage;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaDecider;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever a day brings, in whatever order, also over midnight: after each event the numbers shown are the sums that the
 * domain itself comes to from the events so far, and those that the ledger adds up to.
 */
class ShowingWhatTheEventsProve {
    private static final int DAYS = System.getProperty("nova.long") != null ? 20_000 : 300;
    private static final int STEPS = 100;
    private static final UserId ADA = new UserId("usr_ada");
    private static final Actor ACTOR = Actor.member(ADA);
    private static final Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");
    private static final QuotaId DAY = QuotaId.on(ADA, MORNING);

    @Test
    void afterEachEventOfAnyDay() {
        Set<Seen> seen = EnumSet.noneOf(Seen.class);
        for (int seed = 0; seed < DAYS; seed++) {
            new OneDay(seed, seen).pass();
        }

        assertThat(seen).containsExactlyInAnyOrder(Seen.values());
    }

    /** What has to have come up in some day, so that the test leaves out nothing. */
    private enum Seen {
        REFUSED,
        WARNED,
        SETTLED_AFTER_MIDNIGHT,
        CHANGED_WHILE_RESERVED,
        OVER_THE_LIMIT_AFTER_A_CHANGE
    }

    private static final class OneDay {
        private final QuotaDecider decider = new QuotaDecider();
        private final InMemoryQuotaUsage usage = new InMemoryQuotaUsage();
        private final InMemoryUsageLedger ledger = new InMemoryUsageLedger();
        private final QuotaUsageProjection usageProjection = new QuotaUsageProjection(usage);
        private final UsageLedgerProjection ledgerProjection = new UsageLedgerProjection(ledger);
        private final int seed;
        private final Random random;
        private final Set<Seen> seen;
        private Quota state = decider.initial();
        private Instant now = MORNING;

        OneDay(int seed, Set<Seen> seen) {
            this.seed = seed;
            this.random = new Random(seed);
            this.seen = seen;
        }

        void pass() {
            for (int step = 0; step < STEPS; step++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(25)));
                for (QuotaEvent event : decide(command())) {
                    note(event);
                    state = decider.evolve(state, event);
                    usageProjection.project(event);
                    ledgerProjection.project(event);
                    compare();
                }
            }
        }

        private List<QuotaEvent> decide(QuotaCommand command) {
            try {
                return decider.decide(command, state);
            } catch (DomainRejection e) {
                seen.add(Seen.REFUSED);
                return List.of();
            }
        }

        private void note(QuotaEvent event) {
            switch (event) {
                case QuotaEvent.QuotaWarned _ -> seen.add(Seen.WARNED);
                case QuotaEvent.UsageSettled e
                when !e.at().isBefore(DAY.resetsAt()) -> seen.add(Seen.SETTLED_AFTER_MIDNIGHT);
                case QuotaEvent.AllowanceChanged e
                when !state.reserved().isEmpty() -> {
                    seen.add(Seen.CHANGED_WHILE_RESERVED);
                    if (state.usedTokens() + state.reservedTokens() > e.to().tokens()) {
                        seen.add(Seen.OVER_THE_LIMIT_AFTER_A_CHANGE);
                    }
                }
                default -> {}
            }
        }

        private QuotaCommand command() {
            TurnId turn = new TurnId("trn_" + random.nextInt(25));
            return switch (random.nextInt(10)) {
                case 0, 1, 2, 3 ->
                    new ReserveUsage(
                            DAY, ACTOR, now, allowance(), turn, random.nextInt(400), 1 + random.nextInt(1_500), 1);
                case 4, 5, 6 ->
                    new SettleUsage(DAY, ACTOR, now, turn, "llama3.2", random.nextInt(600), random.nextInt(2_000));
                case 7 -> new ReleaseUsage(DAY, ACTOR, now, turn, "model_failed");
                case 8 ->
                    random.nextBoolean()
                            ? new NoteExhausted(DAY, ACTOR, now, ai.novacore.domain.quota.Resource.TOKENS)
                            : new OpenQuota(DAY, ACTOR, now, allowance());
                default -> new ChangeAllowance(DAY, ACTOR, now, allowance());
            };
        }

        private Allowance allowance() {
            return new Allowance(Tier.FREE, random.nextInt(30), random.nextInt(20_000));
        }

        private void compare() {
            Allowance limit = Objects.requireNonNull(state.allowance());
            QuotaUsage shown = usage.find(DAY).orElseThrow();
            assertThat(shown)
                    .as("seed %d", seed)
                    .isEqualTo(new QuotaUsage(
                            DAY,
                            limit,
                            state.usedTokens(),
                            state.usedMessages(),
                            state.reservedTokens(),
                            state.reservedMessages(),
                            shown.warnings()));
            assertThat(Resource.of(limit.tokens(), shown.usedTokens(), shown.reservedTokens())
                            .remaining())
                    .isEqualTo(state.remainingTokens(limit));
            assertThat(Resource.of(limit.messages(), shown.usedMessages(), shown.reservedMessages())
                            .remaining())
                    .isEqualTo(state.remainingMessages(limit));
            state.warned()
                    .forEach((resource, percent) -> assertThat(shown.warnings().stream()
                                    .filter(warning -> warning.resource() == resource)
                                    .mapToLong(Warning::percent)
                                    .max())
                            .hasValue(percent));
            List<LedgerEntry> settled =
                    ledger.list(ADA, null, null, PageRequest.first(PageRequest.MAX_LIMIT)).items().stream()
                            .filter(entry -> entry.kind() == Kind.SETTLED)
                            .toList();
            assertThat(settled).as("seed %d", seed).hasSize((int) shown.usedMessages());
            assertThat(settled.stream()
                            .mapToLong(entry -> entry.inputTokens() + entry.outputTokens())
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(shown.usedTokens());
        }
    }
}
