package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.KeepMemoryUseCase;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryCommand.StoreMemory;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps what a member wants remembered, in the tier of facts. */
public final class KeepMemory implements KeepMemoryUseCase {
    private static final double IMPORTANCE = 0.8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandDispatcher commands;
    private final MemoryRoom room;
    private final ReadModels readModels;
    private final IdGenerator ids;
    private final Clock clock;

    public KeepMemory(
            CommandDispatcher commands, MemoryRoom room, ReadModels readModels, IdGenerator ids, Clock clock) {
        this.commands = commands;
        this.room = room;
        this.readModels = readModels;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * {@inheritDoc} The limit is checked against the shelf, so that memories kept at the same moment may together go a
     * little beyond it.
     */
    @Override
    public MemoryItem keep(UserId owner, String content, MemoryKind kind) {
        if (kind != MemoryKind.FACT && kind != MemoryKind.NOTE) {
            throw DomainRejection.invalid("invalid_request", "A member keeps facts and notes.");
        }
        String text = MemoryText.required(content);
        Instant now = clock.instant();
        room.require(owner, now);
        StoreMemory store = new StoreMemory(
                new MemoryId(ids.next("mem_")),
                Actor.member(owner),
                now,
                owner,
                MemoryTier.ITM,
                kind,
                new PersonalText(text),
                IMPORTANCE,
                List.of(),
                now,
                null,
                null);
        commands.dispatch(store);
        readModels.awaitLatest(PATIENCE);
        return new MemoryItem(
                store.id(),
                owner,
                store.tier(),
                kind,
                text,
                IMPORTANCE,
                now,
                now,
                null,
                null,
                0,
                List.of(),
                Status.ACTIVE,
                null);
    }
}
