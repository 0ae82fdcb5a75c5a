package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Short lives of memories. */
final class Memories {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private Memories() {}

    /** Stored with the text "Tea 0" and then corrected to "Tea 1" and so on, once a minute. */
    static List<DomainEvent> life(String id, String owner, int count) {
        MemoryStored stored = new MemoryStored(
                new MemoryId(id),
                NOON,
                new UserId(owner),
                MemoryTier.ITM,
                MemoryKind.FACT,
                new PersonalText("Tea 0"),
                0.5,
                List.of(),
                NOON,
                null,
                null);
        List<DomainEvent> life = new ArrayList<>(List.of(stored));
        for (int minute = 1; minute < count; minute++) {
            life.add(revised(stored, 60L * minute, "Tea " + minute));
        }
        return life;
    }

    static MemoryRevised revised(MemoryStored stored, long secondsLater, String text) {
        return new MemoryRevised(
                stored.id(), stored.at().plusSeconds(secondsLater), stored.owner(), new PersonalText(text));
    }
}
