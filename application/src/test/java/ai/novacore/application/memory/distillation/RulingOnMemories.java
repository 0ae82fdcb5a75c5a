package ai.novacore.application.memory.distillation;

import static ai.novacore.application.memory.distillation.Shelved.AT;
import static ai.novacore.domain.shared.MemoryTier.ITM;
import static ai.novacore.domain.shared.MemoryTier.LTM;
import static ai.novacore.domain.shared.MemoryTier.STM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.memory.MemoryKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RulingOnMemories {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final DistillationRules rules = new DistillationRules(Shelved.SETTINGS);

    private final Shelved exchange = new Shelved().kind(MemoryKind.EXCHANGE);
    private final Shelved fact = new Shelved().tier(ITM).importance(0.5);
    private final Shelved note =
            new Shelved().tier(ITM).kind(MemoryKind.NOTE).importance(0.8).evidence(0);

    @Test
    void keepsWhatWasRecalledBeyondTheShortTerm() {
        assertThat(rules.promotion(exchange.item(), AT)).isEmpty();
        assertThat(rules.promotion(exchange.recalls(1, HOUR).item(), AT)).contains(ITM);
        assertThat(rules.promotion(exchange.evidence(2).item(), AT)).contains(ITM);
    }

    @Test
    void keepsWhatIsImportantBeyondTheShortTerm() {
        assertThat(rules.promotion(exchange.importance(0.7).item(), AT)).contains(ITM);
    }

    @Test
    void keepsWhatProvedItselfForTheLongTerm() {
        assertThat(rules.promotion(fact.age(DAY).recalls(1, HOUR).item(), AT)).isEmpty();
        assertThat(rules.promotion(fact.age(DAY).recalls(2, HOUR).item(), AT)).contains(LTM);
        assertThat(rules.promotion(
                        fact.age(DAY.multipliedBy(8)).recalls(1, HOUR).item(), AT))
                .contains(LTM);
        assertThat(rules.promotion(fact.age(DAY).evidence(3).item(), AT)).contains(LTM);
        assertThat(rules.promotion(
                        fact.age(DAY.multipliedBy(90))
                                .recalls(2, DAY.multipliedBy(60))
                                .item(),
                        AT))
                .isEmpty();
        assertThat(rules.promotion(fact.tier(LTM).age(DAY).recalls(9, HOUR).item(), AT))
                .isEmpty();
    }

    @Test
    void wantsAlsoOwnNotesToBeOfUseForTheLongTerm() {
        assertThat(rules.promotion(note.age(DAY.multipliedBy(8)).item(), AT)).isEmpty();
        assertThat(rules.promotion(
                        note.age(DAY.multipliedBy(8)).recalls(1, HOUR).item(), AT))
                .contains(LTM);
    }

    @Test
    void letsTheShortTermEnd() {
        assertThat(rules.isOver(exchange.age(DAY.multipliedBy(3).minusMillis(1)).item(), AT))
                .isFalse();
        assertThat(rules.isOver(exchange.age(DAY.multipliedBy(3)).item(), AT)).isTrue();
    }

    @Test
    void letsGoWhatWasOfNoUseForAVeryLongTime() {
        Shelved old = fact.importance(0.4).age(DAY.multipliedBy(180));

        assertThat(rules.isOver(old.item(), AT)).isTrue();
        assertThat(rules.isOver(old.age(DAY.multipliedBy(179)).item(), AT)).isFalse();
        assertThat(rules.isOver(old.importance(0.5).item(), AT)).isFalse();
        assertThat(rules.isOver(old.recalls(1, DAY.multipliedBy(170)).item(), AT))
                .isFalse();
        assertThat(rules.isOver(old.evidence(2).item(), AT)).isFalse();
    }

    @Test
    void neverLetsGoOfTheLongTermOrOfWhatTheMemberWrote() {
        Duration ages = DAY.multipliedBy(4_000);

        assertThat(rules.isOver(fact.importance(0).tier(LTM).age(ages).item(), AT))
                .isFalse();
        assertThat(rules.isOver(note.importance(0).age(ages).item(), AT)).isFalse();
        assertThat(rules.isOver(note.importance(0).tier(STM).age(ages).item(), AT))
                .isFalse();
        assertThat(rules.isOver(fact.importance(0).evidence(0).age(ages).item(), AT))
                .isFalse();
    }
}
