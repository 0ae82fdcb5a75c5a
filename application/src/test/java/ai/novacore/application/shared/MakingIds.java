package ai.novacore.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MakingIds {
    private static final String FORM = "mem_[0-9a-hjkmnp-tv-z]{26}";

    @Test
    void givesEachTimeAnother() {
        IdGenerator ids = new IdGenerator(new ManualClock());

        assertThat(Stream.generate(() -> ids.next("mem_")).limit(100))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches(FORM));
    }

    @Test
    void derivesTheSameFromTheSame() {
        String id = IdGenerator.derived("mem_", ManualClock.NOON, "a", "bc");

        assertThat(id).matches(FORM).isEqualTo(IdGenerator.derived("mem_", ManualClock.NOON, "a", "bc"));
        assertThat(id)
                .isNotEqualTo(IdGenerator.derived("mem_", ManualClock.NOON, "ab", "c"))
                .isNotEqualTo(IdGenerator.derived("mem_", Instant.EPOCH, "a", "bc"));
    }

    @Test
    void sortsByTime() {
        ManualClock clock = new ManualClock();
        String made = new IdGenerator(clock).next("mem_");

        assertThat(IdGenerator.derived("mem_", clock.instant().minusMillis(1), "z"))
                .isLessThan(made);
        assertThat(IdGenerator.derived("mem_", clock.instant().plusMillis(1), "a"))
                .isGreaterThan(made);
    }
}
