package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaCommand.NoteExhausted;
import ai.novacore.domain.quota.QuotaCommand.ReleaseUsage;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.TurnId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** One day of random commands, with books that are kept from the events alone and compared after every step. */
final class QuotaRound {
    private static final int TURNS = 25;

    /** What came of a step. */
    enum Outcome {
        HAPPENED,
        NOTHING_TO_DO,
        OUT_OF_TOKENS,
        OUT_OF_MESSAGES,
        NO_RESERVATION
    }

    private final QuotaDecider decider = new QuotaDecider();
    private final Random random;
    private final boolean changingAllowance;
    private Quota state = decider.initial();
    private Allowance tierNow;

    private final Map<TurnId, Long> open = new HashMap<>();
    private final Set<TurnId> paid = new HashSet<>();
    private final Set<TurnId> over = new HashSet<>();
    private final Map<Resource, Long> warned = new HashMap<>();
    private long used;
    private long largestTokens;
    private long largestMessages;

    QuotaRound(long seed, boolean changingAllowance) {
        this.random = new Random(seed);
        this.changingAllowance = changingAllowance;
        this.tierNow = allowance();
    }

    /**
     * Sends one command and compares.
     *
     * @throws DomainRejection one that a quota must not give
     */
    Outcome step() {
        Outcome outcome;
        try {
            List<QuotaEvent> events = decider.decide(command(), state);
            events.forEach(this::book);
            state = decider.fold(state, events);
            outcome = events.isEmpty() ? Outcome.NOTHING_TO_DO : Outcome.HAPPENED;
        } catch (DomainRejection e) {
            outcome = expected(e);
        }
        compare();
        return outcome;
    }

    private QuotaCommand command() {
        TurnId turn = new TurnId("trn_" + random.nextInt(TURNS));
        return switch (random.nextInt(changingAllowance ? 8 : 7)) {
            case 0, 1, 2 ->
                new ReserveUsage(TODAY, ACTOR, NOON, tierNow, turn, random.nextInt(400), 1 + random.nextInt(1_500), 1);
            case 3, 4, 5 ->
                new SettleUsage(
                        TODAY, ACTOR, NOON, turn, "llama3.2", random.nextInt(600) - 20, random.nextInt(2_000) - 20);
            case 6 ->
                random.nextInt(4) == 0
                        ? new NoteExhausted(
                                TODAY, ACTOR, NOON, random.nextBoolean() ? Resource.TOKENS : Resource.MESSAGES)
                        : new ReleaseUsage(TODAY, ACTOR, NOON, turn, "model_unavailable");
            default -> {
                tierNow = allowance();
                yield new ChangeAllowance(TODAY, ACTOR, NOON, tierNow);
            }
        };
    }

    private Allowance allowance() {
        return free(random.nextInt(30), random.nextInt(20_000));
    }

    private void book(QuotaEvent event) {
        switch (event) {
            case QuotaOpened e -> raise(e.allowance());
            case AllowanceChanged e -> {
                warned.clear();
                raise(e.to());
            }
            case UsageReserved e -> {
                assertThat(over).as("turns that were over").doesNotContain(e.turn());
                assertThat(open.put(e.turn(), e.inputTokens() + e.outputTokens()))
                        .as("reserved before")
                        .isNull();
            }
            case UsageSettled e -> {
                long charged = e.inputTokens() + e.outputTokens();
                assertThat(charged).isBetween(0L, close(e.turn()));
                assertThat(paid.add(e.turn())).as("paid once").isTrue();
                used += charged;
            }
            case QuotaWarned e -> warn(e);
            case UsageReleased e ->
                assertThat(e.inputTokens() + e.outputTokens()).isEqualTo(close(e.turn()));
        }
    }

    private void warn(QuotaWarned e) {
        assertThat(e.percent()).as("more than warned of before").isGreaterThan(warned.getOrDefault(e.resource(), 0L));
        warned.put(e.resource(), e.percent());
        assertThat(e.used()).isEqualTo(e.resource() == Resource.TOKENS ? used : paid.size());
        assertThat(e.used() * 5).isGreaterThanOrEqualTo(e.limit() * 4);
    }

    private long close(TurnId turn) {
        over.add(turn);
        Long reservation = open.remove(turn);
        if (reservation == null) {
            throw new AssertionError("nothing is reserved for " + turn);
        }
        return reservation;
    }

    private void raise(Allowance allowance) {
        largestTokens = Math.max(largestTokens, allowance.tokens());
        largestMessages = Math.max(largestMessages, allowance.messages());
    }

    private void compare() {
        assertThat(state.usedTokens()).isEqualTo(used);
        assertThat(state.usedMessages()).isEqualTo(paid.size());
        assertThat(state.reserved().keySet()).isEqualTo(open.keySet());
        assertThat(state.reservedTokens())
                .isEqualTo(open.values().stream().mapToLong(Long::longValue).sum());
        assertThat(used + state.reservedTokens()).isLessThanOrEqualTo(largestTokens);
        assertThat(paid.size() + open.size()).isLessThanOrEqualTo((int) largestMessages);
    }

    private static Outcome expected(DomainRejection e) {
        if (e instanceof DomainRejection.LimitReached limit && e.code().equals("quota_exceeded")) {
            return limit.resource().equals("tokens") ? Outcome.OUT_OF_TOKENS : Outcome.OUT_OF_MESSAGES;
        }
        if (e.code().equals("reservation_not_found")) {
            return Outcome.NO_RESERVATION;
        }
        throw e;
    }
}
