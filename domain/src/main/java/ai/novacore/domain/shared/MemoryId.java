package ai.novacore.domain.shared;

/** One remembered thing. */
public record MemoryId(String value) implements AggregateId {
    public MemoryId {
        Ids.require("mem_", value);
    }
}
