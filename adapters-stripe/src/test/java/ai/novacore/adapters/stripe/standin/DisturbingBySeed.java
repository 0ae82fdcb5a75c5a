package ai.novacore.adapters.stripe.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DisturbingBySeed {
    private static final int MANY = 1_000;
    private static final Switches ALL = Switches.OFF
            .withDuplicates(0.3)
            .withLoss(0.1)
            .withDisorder(0.5, Duration.ofSeconds(1))
            .withDelay(Duration.ofMillis(10));

    private static List<List<Duration>> waits(Switches switches) {
        Disturbance disturbance = new Disturbance();
        disturbance.set(switches);
        return Stream.generate(disturbance::waits).limit(MANY).toList();
    }

    @Test
    void doesTheSameAgain() {
        assertThat(waits(ALL.withSeed(5))).isEqualTo(waits(ALL.withSeed(5))).isNotEqualTo(waits(ALL.withSeed(6)));
    }

    @Test
    void keepsToTheChances() {
        List<List<Duration>> waits = waits(ALL);

        assertThat(waits).filteredOn(List::isEmpty).hasSizeBetween(50, 150);
        assertThat(waits).filteredOn(copies -> copies.size() == 2).hasSizeBetween(200, 350);
        assertThat(waits.stream().flatMap(List::stream))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(10), Duration.ofMillis(1_010)));
    }

    @Test
    void doesNothingByDefault() {
        assertThat(waits(Switches.OFF)).containsOnly(List.of(Duration.ZERO));
    }

    @Test
    void takesOnlyWhatMakesSense() {
        assertThatThrownBy(() -> Switches.OFF.withLoss(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Switches.OFF.withDuplicates(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Switches.OFF.withDelay(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
