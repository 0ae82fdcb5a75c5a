package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.JsonColumn;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;

class RecalledMemoriesColumn extends JsonColumn<RecalledMemory, RecalledMemoriesColumn.Stored> {

    /** A recalled memory as JSON. */
    record Stored(String id, MemoryTier tier, double score) {}

    RecalledMemoriesColumn() {
        super(Stored.class);
    }

    @Override
    protected Stored toStored(RecalledMemory item) {
        return new Stored(item.id().value(), item.tier(), item.score());
    }

    @Override
    protected RecalledMemory fromStored(Stored stored) {
        return new RecalledMemory(new MemoryId(stored.id()), stored.tier(), stored.score());
    }
}
