package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.ImportMemoriesUseCase;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Imports in batches, each of which is one transaction; no more than one is in memory. */
public final class ImportMemories implements ImportMemoriesUseCase {
    private static final int BATCH = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandDispatcher commands;
    private final MemoryShelfStore shelf;
    private final MemoryRoom room;
    private final ReadModels readModels;
    private final Clock clock;

    public ImportMemories(
            CommandDispatcher commands, MemoryShelfStore shelf, MemoryRoom room, ReadModels readModels, Clock clock) {
        this.commands = commands;
        this.shelf = shelf;
        this.room = room;
        this.readModels = readModels;
        this.clock = clock;
    }

    /**
     * {@inheritDoc} The room is what the shelf showed at the start; memories that are kept in other ways in the meantime
     * may together with these go a little beyond it.
     */
    @Override
    public ImportReport importAll(UserId owner, Iterator<Line> lines) {
        MemoryRoom.Room free = room.of(owner);
        ImportRun run = new ImportRun(commands, shelf, owner, clock.instant(), free.left());
        List<Entry> batch = new ArrayList<>(BATCH);
        while (lines.hasNext()) {
            Line line = lines.next();
            if (line.number() > MOST_LINES) {
                run.end(line.number(), "too_many_lines");
            } else if (line instanceof Entry entry) {
                batch.add(entry);
            } else if (line instanceof Fault fault) {
                run.fault(fault);
            }
            if (batch.size() == BATCH) {
                run.take(batch);
                batch.clear();
            }
        }
        run.take(batch);
        if (run.foundNoRoom()) {
            throw room.refusal(free, owner, clock.instant());
        }
        readModels.awaitLatest(PATIENCE);
        return run.report();
    }
}
