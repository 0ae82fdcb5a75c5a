package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A memory for examples: what is not said is of no interest. */
record Shelved(
        String id,
        MemoryTier tier,
        MemoryKind kind,
        String text,
        double importance,
        Duration age,
        int recalls,
        @Nullable Duration idle,
        int evidence,
        @Nullable String thread) {
    static final UserId ADA = new UserId("usr_ada");
    static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");

    /** The settings as the product has them. */
    static final DistillationSettings SETTINGS = new DistillationSettings(
            Duration.ofDays(7),
            0.5,
            0.6,
            2,
            Duration.ofDays(7),
            Duration.ofDays(3),
            Duration.ofDays(180),
            0.5,
            0.95,
            100);

    Shelved() {
        this("mem_1", MemoryTier.STM, MemoryKind.FACT, "likes tea", 0.3, Duration.ofDays(1), 0, null, 1, null);
    }

    Shelved id(String newId) {
        return new Shelved(newId, tier, kind, text, importance, age, recalls, idle, evidence, thread);
    }

    Shelved tier(MemoryTier newTier) {
        return new Shelved(id, newTier, kind, text, importance, age, recalls, idle, evidence, thread);
    }

    Shelved kind(MemoryKind newKind) {
        return new Shelved(id, tier, newKind, text, importance, age, recalls, idle, evidence, thread);
    }

    Shelved text(String newText) {
        return new Shelved(id, tier, kind, newText, importance, age, recalls, idle, evidence, thread);
    }

    Shelved importance(double newImportance) {
        return new Shelved(id, tier, kind, text, newImportance, age, recalls, idle, evidence, thread);
    }

    Shelved age(Duration newAge) {
        return new Shelved(id, tier, kind, text, importance, newAge, recalls, idle, evidence, thread);
    }

    /** Recalled so often, the last time so long ago. */
    Shelved recalls(int times, Duration ago) {
        return new Shelved(id, tier, kind, text, importance, age, times, ago, evidence, thread);
    }

    Shelved evidence(int messages) {
        return new Shelved(id, tier, kind, text, importance, age, recalls, idle, messages, thread);
    }

    Shelved thread(String newThread) {
        return new Shelved(id, tier, kind, text, importance, age, recalls, idle, evidence, newThread);
    }

    MemoryItem item() {
        return new MemoryItem(
                new MemoryId(id),
                ADA,
                tier,
                kind,
                text,
                importance,
                AT.minus(age),
                AT.minus(age),
                thread,
                idle == null ? null : AT.minus(idle),
                recalls,
                IntStream.range(0, evidence)
                        .mapToObj(turn -> new Evidence(new ConversationId("cnv_1"), new TurnId("trn_" + turn)))
                        .toList(),
                Status.ACTIVE,
                null);
    }
}
