package ai.novacore.application.memory.distillation;

import static ai.novacore.application.memory.distillation.Shelved.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.novacore.application.memory.readmodel.MemoryItem;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoringMemories {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int ROUNDS = 5_000;

    private static double score(Shelved memory) {
        return MemoryScore.of(memory.item(), AT, WEEK).value();
    }

    @Test
    void isTheMeanOfItsParts() {
        MemoryScore score = new MemoryScore(0.9, 0.5, 0.1);

        assertThat(score.value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void halvesTheRecencyInEachHalfLife() {
        assertThat(MemoryScore.recency(Duration.ZERO, WEEK)).isEqualTo(1);
        assertThat(MemoryScore.recency(WEEK, WEEK)).isCloseTo(0.5, within(1e-12));
        assertThat(MemoryScore.recency(WEEK.multipliedBy(3), WEEK)).isCloseTo(0.125, within(1e-12));
        assertThat(MemoryScore.recency(Duration.ofDays(-1), WEEK)).isEqualTo(1);
    }

    @Test
    void takesTheReinforcementFromTheActivation() {
        assertThat(MemoryScore.reinforcement(0, WEEK)).isZero();
        assertThat(MemoryScore.reinforcement(1, Duration.ofDays(4))).isCloseTo(0.5, within(1e-12));
        assertThat(MemoryScore.reinforcement(3, Duration.ofDays(4))).isCloseTo(0.75, within(1e-12));
        assertThat(MemoryScore.reinforcement(1, Duration.ofMinutes(1))).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void countsRecallsAndFurtherMessagesAsUses() {
        assertThat(MemoryScore.uses(new Shelved().item())).isZero();
        assertThat(MemoryScore.uses(new Shelved().evidence(1).item())).isZero();
        assertThat(MemoryScore.uses(
                        new Shelved().evidence(3).recalls(4, Duration.ZERO).item()))
                .isEqualTo(6);
    }

    @Test
    void countsTheDaysSinceTheLatestRecall() {
        MemoryItem idle = new Shelved().age(WEEK.multipliedBy(2)).item();
        MemoryItem recalled =
                new Shelved().age(WEEK.multipliedBy(2)).recalls(1, WEEK).item();

        assertThat(MemoryScore.of(idle, AT, WEEK).recency()).isCloseTo(0.25, within(1e-12));
        assertThat(MemoryScore.of(recalled, AT, WEEK).recency()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void liesBetweenNothingAndOneAndGrowsWithEachPart() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            double importance = random.nextDouble();
            Duration age =
                    Duration.ofMinutes(random.nextLong(Duration.ofDays(900).toMinutes()));
            Duration idle = Duration.ofMinutes(random.nextLong(age.toMinutes() + 1));
            int recalls = 1 + random.nextInt(60);
            int evidence = 1 + random.nextInt(8);
            double score = score(memory(importance, age, idle, recalls, evidence));

            assertThat(score).isBetween(0.0, 1.0);
            assertThat(score(memory(importance + (1 - importance) / 2, age, idle, recalls, evidence)))
                    .isGreaterThanOrEqualTo(score);
            assertThat(score(memory(importance, age, idle.dividedBy(2), recalls, evidence)))
                    .isGreaterThanOrEqualTo(score);
            assertThat(score(memory(importance, age, idle, recalls + 1, evidence)))
                    .isGreaterThan(score);
            assertThat(score(memory(importance, age, idle, recalls, evidence + 1)))
                    .isGreaterThan(score);
            assertThat(score(memory(importance, age.plusDays(1), idle, recalls, evidence)))
                    .isLessThanOrEqualTo(score);
        }
    }

    private static Shelved memory(double importance, Duration age, Duration idle, int recalls, int evidence) {
        return new Shelved()
                .importance(importance)
                .age(age)
                .recalls(recalls, idle)
                .evidence(evidence);
    }
}
