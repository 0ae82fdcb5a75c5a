package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.TurnId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Failure case 3: whatever runs in parallel, what is admitted never exceeds the limit, and nothing is paid twice. */
class QuotaBalance {
    private static final int ROUNDS = System.getProperty("nova.long") != null ? 20_000 : 300;
    private static final int STEPS = 120;

    @Test
    void neverExceedsTheLimitWhileItStays() {
        Map<QuotaRound.Outcome, Long> outcomes = play(false);

        assertThat(outcomes.keySet()).containsExactlyInAnyOrder(QuotaRound.Outcome.values());
    }

    @Test
    void neverExceedsTheLargestAllowanceAdmittedWhileItChanges() {
        Map<QuotaRound.Outcome, Long> outcomes = play(true);

        assertThat(outcomes.keySet()).containsExactlyInAnyOrder(QuotaRound.Outcome.values());
    }

    @Test
    void admitsAsManyParallelTurnsAsThereAreMessages() {
        QuotaDecider decider = new QuotaDecider();
        Quota state = decider.initial();
        int admitted = 0;
        for (int i = 0; i < 200; i++) {
            ReserveUsage reserve =
                    new ReserveUsage(TODAY, ACTOR, NOON, free(50, 50_000), new TurnId("trn_" + i), 120, 1024, 16);
            try {
                List<QuotaEvent> events = decider.decide(reserve, state);
                state = decider.fold(state, events);
                admitted++;
            } catch (LimitReached e) {
                assertThat(e.resource()).isEqualTo("messages");
            }
        }

        assertThat(admitted).isEqualTo(50);
        assertThat(state.reservedMessages()).isEqualTo(50);
        assertThat(state.reservedTokens()).isLessThanOrEqualTo(50_000);
    }

    /** Returns how often each outcome came about, so that a test can see that none of them was left out. */
    private static Map<QuotaRound.Outcome, Long> play(boolean changingAllowance) {
        Map<QuotaRound.Outcome, Long> outcomes = new EnumMap<>(QuotaRound.Outcome.class);
        for (int seed = 0; seed < ROUNDS; seed++) {
            QuotaRound round = new QuotaRound(seed, changingAllowance);
            for (int step = 0; step < STEPS; step++) {
                outcomes.merge(attempt(round, seed, step), 1L, Long::sum);
            }
        }
        return outcomes;
    }

    private static QuotaRound.Outcome attempt(QuotaRound round, int seed, int step) {
        try {
            return round.step();
        } catch (DomainRejection | AssertionError e) {
            throw new AssertionError("seed " + seed + ", step " + step, e);
        }
    }
}
