package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.out.MemoryShelfStore.Filter;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts and times searches, those that fail included; what is only read by its id is not measured. */
public final class MeasuredMemoryQuery implements MemoryQuery {
    private final MemoryQuery measured;
    private final Counter searches;
    private final Timer latency;

    public MeasuredMemoryQuery(MemoryQuery measured, MeterRegistry registry) {
        this.measured = measured;
        searches = Counter.builder("memory.search")
                .description("searches in memories, by members and for their questions")
                .register(registry);
        latency = Timer.builder("memory.search.latency")
                .description("how long searches took, the embedding of the question included")
                .register(registry);
    }

    @Override
    public Page<MemoryItem> list(UserId owner, Filter filter, PageRequest page) {
        return measured.list(owner, filter, page);
    }

    @Override
    public MemoryItem get(UserId owner, MemoryId id) {
        return measured.get(owner, id);
    }

    @Override
    public List<Found> search(UserId owner, String text, @Nullable MemoryTier tier, int limit) {
        searches.increment();
        Timer.Sample sample = Timer.start();
        try {
            return measured.search(owner, text, tier, limit);
        } finally {
            sample.stop(latency);
        }
    }

    @Override
    public Map<MemoryTier, Long> stats(UserId owner) {
        return measured.stats(owner);
    }
}
