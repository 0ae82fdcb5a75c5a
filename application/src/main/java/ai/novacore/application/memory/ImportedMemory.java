package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.ImportMemoriesUseCase.Entry;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of an import as a memory. The same line of the same person is the same memory, whenever it is imported. */
final class ImportedMemory {
    static final int LONGEST_THREAD = 200;

    private static final double IMPORTANCE = 0.5;

    /** Clocks differ, and zones are mistaken; beyond that nothing was said in the future. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private final UserId owner;
    private final Entry entry;
    private final Instant now;
    private final String content;
    private final @Nullable String thread;

    ImportedMemory(UserId owner, Entry entry, Instant now) {
        this.owner = owner;
        this.entry = entry;
        this.now = now;
        this.content = MemoryText.clean(entry.content());
        String named = entry.thread() == null ? "" : MemoryText.clean(entry.thread());
        this.thread = named.isEmpty() ? null : named;
    }

    /** Why it cannot be imported; absent when it can. */
    @Nullable String fault() {
        if (content.isEmpty()) {
            return "invalid_content";
        }
        if (!MemoryText.fits(content)) {
            return "content_too_long";
        }
        if (thread != null && thread.codePointCount(0, thread.length()) > LONGEST_THREAD) {
            return "invalid_thread";
        }
        Instant occurredAt = entry.occurredAt();
        return occurredAt != null && occurredAt.isAfter(now.plus(MOST_AHEAD)) ? "invalid_occurred_at" : null;
    }

    MemoryId id() {
        return new MemoryId(IdGenerator.derived(
                "mem_",
                Objects.requireNonNullElse(entry.occurredAt(), Instant.EPOCH),
                owner.value(),
                entry.kind().name(),
                Objects.toString(entry.occurredAt(), ""),
                Objects.toString(thread, ""),
                content));
    }

    /** Kept as long as a fact, whatever its kind: an import is not something said lately. */
    StoreMemory store() {
        return new StoreMemory(
                id(),
                Actor.member(owner),
                now,
                owner,
                MemoryTier.ITM,
                entry.kind(),
                new PersonalText(content),
                IMPORTANCE,
                List.of(),
                Objects.requireNonNullElse(entry.occurredAt(), now),
                thread == null ? null : new PersonalText(thread),
                null);
    }
}
