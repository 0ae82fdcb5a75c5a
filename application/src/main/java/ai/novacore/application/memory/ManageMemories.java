package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.ManageMemoriesUseCase;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryCommand;
import ai.novacore.domain.memory.MemoryCommand.ForgetMemory;
import ai.novacore.domain.memory.MemoryCommand.RestoreMemory;
import ai.novacore.domain.memory.MemoryCommand.ReviseMemory;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Corrects, forgets and restores memories for their owner. */
public final class ManageMemories implements ManageMemoriesUseCase {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandDispatcher commands;
    private final MemoryShelfStore shelf;
    private final MemoryRoom room;
    private final ReadModels readModels;
    private final Clock clock;

    public ManageMemories(
            CommandDispatcher commands, MemoryShelfStore shelf, MemoryRoom room, ReadModels readModels, Clock clock) {
        this.commands = commands;
        this.shelf = shelf;
        this.room = room;
        this.readModels = readModels;
        this.clock = clock;
    }

    @Override
    public MemoryItem correct(UserId owner, MemoryId id, String content) {
        String text = MemoryText.required(content);
        MemoryItem memory = known(owner, id);
        if (memory.status() == Status.FORGOTTEN) {
            throw DomainRejection.notFound();
        }
        return after(memory, new ReviseMemory(id, Actor.member(owner), clock.instant(), owner, new PersonalText(text)));
    }

    @Override
    public void forget(UserId owner, MemoryId id) {
        commands.dispatch(new ForgetMemory(id, Actor.member(owner), clock.instant(), owner, ForgetReason.MEMBER, null));
        readModels.awaitLatest(PATIENCE);
    }

    @Override
    public MemoryItem restore(UserId owner, MemoryId id, @Nullable RunId run) {
        MemoryItem memory = known(owner, id);
        if (!memory.active()) {
            room.require(owner, clock.instant());
        }
        return after(memory, new RestoreMemory(id, Actor.member(owner), clock.instant(), owner, run));
    }

    /** Told from what was decided, because the shelf may be behind. */
    private MemoryItem after(MemoryItem memory, MemoryCommand command) {
        MemoryItem changed = memory;
        for (DomainEvent event : commands.dispatch(command)) {
            changed = changed.after((MemoryEvent) event);
        }
        readModels.awaitLatest(PATIENCE);
        return changed;
    }

    private MemoryItem known(UserId owner, MemoryId id) {
        return shelf.find(id).filter(item -> item.owner().equals(owner)).orElseThrow(DomainRejection::notFound);
    }
}
