package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.ForgetEverythingUseCase;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.MemoryCommand.ForgetMemory;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Forgets page by page, each page in one transaction, and then looks whether the shelf is empty. */
public final class ForgetEverything implements ForgetEverythingUseCase {
    private static final Actor ACTOR = Actor.system("erasure");
    private static final int PAGE = 100;
    /** Longer than the read models need on an ordinary day; on another one the step is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MemoryShelfStore shelf;
    private final CommandDispatcher commands;
    private final ReadModels readModels;
    private final Clock clock;

    public ForgetEverything(MemoryShelfStore shelf, CommandDispatcher commands, ReadModels readModels, Clock clock) {
        this.shelf = shelf;
        this.commands = commands;
        this.readModels = readModels;
        this.clock = clock;
    }

    @Override
    public void forgetEverything(UserId owner) {
        readModels.awaitLatest(PATIENCE);
        List<MemoryId> page = shelf.ids(owner, null, PAGE);
        if (page.isEmpty()) {
            return;
        }
        while (!page.isEmpty()) {
            forget(owner, page);
            page = shelf.ids(owner, page.getLast(), PAGE);
        }
        readModels.awaitLatest(PATIENCE);
        if (!shelf.ids(owner, null, 1).isEmpty()) {
            throw new IllegalStateException("there are memories left");
        }
    }

    private void forget(UserId owner, List<MemoryId> page) {
        commands.atomically(() -> {
            page.forEach(id ->
                    commands.dispatch(new ForgetMemory(id, ACTOR, clock.instant(), owner, ForgetReason.ERASURE, null)));
            return page;
        });
    }
}
