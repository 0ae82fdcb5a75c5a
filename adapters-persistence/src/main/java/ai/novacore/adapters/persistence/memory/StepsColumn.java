package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.JsonColumn;
import ai.novacore.application.memory.port.out.DistillationRuns.Step;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import java.util.List;
import org.jspecify.annotations.Nullable;

class StepsColumn extends JsonColumn<Step, StepsColumn.Stored> {

    /** A step as JSON. */
    record Stored(String memory, boolean expires, @Nullable MemoryTier promoteTo, double score, List<String> absorbs) {}

    StepsColumn() {
        super(Stored.class);
    }

    @Override
    protected Stored toStored(Step item) {
        return new Stored(
                item.memory().value(),
                item.expires(),
                item.promoteTo(),
                item.score(),
                item.absorbs().stream().map(MemoryId::value).toList());
    }

    @Override
    protected Step fromStored(Stored stored) {
        return new Step(
                new MemoryId(stored.memory()),
                stored.expires(),
                stored.promoteTo(),
                stored.score(),
                stored.absorbs().stream().map(MemoryId::new).toList());
    }
}
