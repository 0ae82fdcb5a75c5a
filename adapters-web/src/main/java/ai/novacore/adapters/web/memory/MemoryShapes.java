package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.PlainText;
import ai.novacore.application.memory.port.in.MemoryQuery.Found;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.shared.MemoryTier;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Memories as the HTTP contract shows them. */
public final class MemoryShapes {

    private MemoryShapes() {}

    /** What a member wants remembered; a note when they don't say what kind of thing it is. */
    @Schema(name = "NewMemory")
    record NewMemory(
            @NotNull(message = "is missing") @PlainText(max = 8_000, lines = true, notBlank = true)
            String content,

            @Schema(allowableValues = {"fact", "reflection", "exchange", "note"}) @Nullable String kind) {
        /** Never shows the content. */
        @Override
        public String toString() {
            return "NewMemory[…]";
        }
    }

    /** The text that a memory is to have. */
    @Schema(name = "MemoryCorrection")
    record Correction(
            @NotNull(message = "is missing") @PlainText(max = 8_000, lines = true, notBlank = true)
            String content) {
        /** Never shows the content. */
        @Override
        public String toString() {
            return "Correction[…]";
        }
    }

    /** What is to be taken back: all that a run did to the memory; the latest change when no run is named. */
    @Schema(name = "MemoryRestoration")
    record Restoration(@Nullable String runId) {}

    /** The message that a memory came from. */
    @Schema(name = "Evidence")
    public record Source(String conversationId, String turnId) {
        static Source of(Evidence evidence) {
            return new Source(evidence.conversation().value(), evidence.turn().value());
        }
    }

    @Schema(name = "Memory")
    public record Memory(
            String id,
            @Schema(allowableValues = {"STM", "ITM", "LTM"}) String tier,

            @Schema(allowableValues = {"fact", "reflection", "exchange", "note"})
            String kind,

            String content,
            double importance,
            Instant createdAt,
            @Nullable Instant lastRecalledAt,
            List<Source> evidence,
            Instant occurredAt,
            @Nullable String thread,

            @Schema(allowableValues = {"active", "superseded", "forgotten"})
            String status,

            @Nullable String supersededBy) {

        public static Memory of(MemoryItem item) {
            return new Memory(
                    item.id().value(),
                    item.tier().name(),
                    Choices.lower(item.kind()),
                    item.content(),
                    item.importance(),
                    item.createdAt(),
                    item.lastRecalledAt(),
                    item.evidence().stream().map(Source::of).toList(),
                    item.occurredAt(),
                    item.thread(),
                    Choices.lower(item.status()),
                    item.supersededBy() == null ? null : item.supersededBy().value());
        }
    }

    @Schema(name = "MemoryPage")
    record Shelf(List<Memory> items, @Nullable String nextCursor) {}

    /** A memory's fields, and how well it fits. */
    @Schema(name = "MemoryHit")
    record Hit(
            String id,
            @Schema(allowableValues = {"STM", "ITM", "LTM"}) String tier,

            @Schema(allowableValues = {"fact", "reflection", "exchange", "note"})
            String kind,

            String content,
            double importance,
            Instant createdAt,
            @Nullable Instant lastRecalledAt,
            List<Source> evidence,
            Instant occurredAt,
            @Nullable String thread,
            double score) {

        static Hit of(Found found) {
            Memory memory = Memory.of(found.item());
            return new Hit(
                    memory.id(),
                    memory.tier(),
                    memory.kind(),
                    memory.content(),
                    memory.importance(),
                    memory.createdAt(),
                    memory.lastRecalledAt(),
                    memory.evidence(),
                    memory.occurredAt(),
                    memory.thread(),
                    found.score());
        }
    }

    @Schema(name = "MemorySearch")
    record Search(List<Hit> results) {}

    @Schema(name = "MemoryStats")
    record Stats(
            @JsonProperty("STM") long stm,
            @JsonProperty("ITM") long itm,
            @JsonProperty("LTM") long ltm,
            long total) {
        static Stats of(Map<MemoryTier, Long> counts) {
            long stm = counts.getOrDefault(MemoryTier.STM, 0L);
            long itm = counts.getOrDefault(MemoryTier.ITM, 0L);
            long ltm = counts.getOrDefault(MemoryTier.LTM, 0L);
            return new Stats(stm, itm, ltm, stm + itm + ltm);
        }
    }
}
