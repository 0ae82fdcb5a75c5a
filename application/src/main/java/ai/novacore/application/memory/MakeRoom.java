package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryCommand.ForgetMemory;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.util.List;

/**
 * Keeps what is remembered by itself within the tier's limit: where there is no room for what was said just now, what was
 * said first gives way. What members wrote down and what was concluded never does.
 */
public final class MakeRoom implements Effect {
    public static final String NAME = "make-room";

    /** Forgotten at once at the most, after a change to a smaller tier say; the next turn forgets more. */
    private static final int MOST = 50;

    private static final Actor ACTOR = Actor.system(NAME);

    private final MemoryRoom room;
    private final MemoryShelfStore shelf;
    private final CommandDispatcher commands;
    private final Clock clock;

    public MakeRoom(MemoryRoom room, MemoryShelfStore shelf, CommandDispatcher commands, Clock clock) {
        this.room = room;
        this.shelf = shelf;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == MemoryStored.class;
    }

    @Override
    public void happen(DomainEvent event, String eventId) {
        if (event instanceof MemoryStored stored && stored.kind() == MemoryKind.EXCHANGE) {
            MemoryRoom.Room now = room.of(stored.owner());
            long over = now.used() - now.limit();
            if (over > 0) {
                forget(stored.owner(), (int) Math.min(over, MOST));
            }
        }
    }

    private void forget(UserId owner, int count) {
        List<MemoryId> oldest = shelf.oldest(owner, MemoryTier.STM, MemoryKind.EXCHANGE, count);
        commands.atomically(() -> {
            oldest.forEach(id ->
                    commands.dispatch(new ForgetMemory(id, ACTOR, clock.instant(), owner, ForgetReason.ROOM, null)));
            return oldest;
        });
    }
}
