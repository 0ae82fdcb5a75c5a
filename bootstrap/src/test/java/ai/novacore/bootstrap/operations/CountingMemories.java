package ai.novacore.bootstrap.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountingMemories {

    @Test
    void showsHowManyThereAreInEachTier() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        MemoryMetrics metrics = new MemoryMetrics(new Census(), meters);

        metrics.count();

        assertThat(List.of("STM", "ITM", "LTM"))
                .extracting(tier -> meters.get("memory.tier.distribution")
                        .tag("tier", tier)
                        .gauge()
                        .value())
                .containsExactly(3.0, 2.0, 1.0);
    }

    private static final class Census implements MemoryCensus {
        @Override
        public List<UserId> after(@Nullable UserId after, int limit) {
            return List.of();
        }

        @Override
        public Map<MemoryTier, Long> count() {
            return Map.of(MemoryTier.STM, 3L, MemoryTier.ITM, 2L, MemoryTier.LTM, 1L);
        }
    }
}
