package ai.novacore.bootstrap.operations;

import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.domain.shared.MemoryTier;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many memories there are in each tier. */
@Component
class MemoryMetrics {
    private final MemoryCensus census;
    private final Map<MemoryTier, AtomicLong> counts = new EnumMap<>(MemoryTier.class);

    MemoryMetrics(MemoryCensus census, MeterRegistry registry) {
        this.census = census;
        for (MemoryTier tier : MemoryTier.values()) {
            AtomicLong count = new AtomicLong();
            counts.put(tier, count);
            Gauge.builder("memory.tier.distribution", count, AtomicLong::get)
                    .description("memories that are active")
                    .tag("tier", tier.name())
                    .register(registry);
        }
    }

    /** Seldom: it reads the index over all memories. */
    @Scheduled(fixedDelay = 60_000)
    void count() {
        Map<MemoryTier, Long> found = census.count();
        counts.forEach((tier, count) -> count.set(found.getOrDefault(tier, 0L)));
    }
}
