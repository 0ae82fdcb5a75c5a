package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaCommand.ReleaseUsage;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.TurnId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A tier that goes up and down while turns are open: what is used in the end is what was admitted, each turn under the
 * allowance of its own moment, and nothing is admitted that does not fit into the allowance then.
 */
class ChangingTiersInTheMiddleOfTheDay {
    private static final int DAYS = System.getProperty("nova.long") != null ? 50_000 : 1_000;
    private static final List<Allowance> TIERS = List.of(free(10, 10_000), free(50, 50_000), free(200, 200_000));

    private final QuotaDecider decider = new QuotaDecider();

    @Test
    void neverUsesMoreThanWasAdmitted() {
        for (int seed = 0; seed < DAYS; seed++) {
            pass(seed);
        }
    }

    private void pass(int seed) {
        Random random = new Random(seed);
        Quota state = decider.initial();
        Allowance tier = TIERS.get(random.nextInt(3));
        long admitted = 0;
        int next = 0;
        for (int step = 0; step < 60; step++) {
            TurnId turn = new TurnId("trn_" + (next == 0 ? 0 : random.nextInt(next)));
            switch (random.nextInt(8)) {
                case 0 -> {
                    tier = TIERS.get(random.nextInt(3));
                    state = after(state, new ChangeAllowance(TODAY, ACTOR, NOON, tier));
                }
                case 1, 2, 3 -> {
                    Quota before = state;
                    state = admit(state, tier, new TurnId("trn_" + next++), 1 + random.nextInt(6_000));
                    admitted += state.reservedTokens() - before.reservedTokens();
                    if (!state.reserved().equals(before.reserved())) {
                        assertThat(state.usedTokens() + state.reservedTokens()).isLessThanOrEqualTo(tier.tokens());
                        assertThat(state.usedMessages() + state.reservedMessages())
                                .isLessThanOrEqualTo(tier.messages());
                    }
                }
                case 4 ->
                    state = open(state, turn)
                            ? after(state, new ReleaseUsage(TODAY, ACTOR, NOON, turn, "model_failed"))
                            : state;
                default ->
                    state = open(state, turn)
                            ? after(state, new SettleUsage(TODAY, ACTOR, NOON, turn, "m", random.nextInt(9_000), 3_000))
                            : state;
            }
            assertThat(state.usedTokens() + state.reservedTokens())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(admitted);
        }
    }

    private static boolean open(Quota state, TurnId turn) {
        return state.reserved().containsKey(turn);
    }

    private Quota admit(Quota state, Allowance tier, TurnId turn, long input) {
        try {
            return after(state, new ReserveUsage(TODAY, ACTOR, NOON, tier, turn, input, 2_000, 16));
        } catch (LimitReached e) {
            return state;
        }
    }

    private Quota after(Quota state, QuotaCommand command) {
        return decider.fold(state, decider.decide(command, state));
    }
}
