package ai.novacore.application.memory.distillation;

import ai.novacore.application.memory.port.in.UndoRunUseCase;
import ai.novacore.application.memory.port.out.DistillationRuns;
import ai.novacore.application.memory.port.out.MemoryRunStore;
import ai.novacore.application.memory.port.out.MemoryRunStore.Touched;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.memory.MemoryCommand.RestoreMemory;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Undoes a run memory by memory, some of them in each transaction. */
public final class UndoRun implements UndoRunUseCase {
    private static final Actor OPERATIONS = Actor.system("undo");
    private static final int PAGE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MemoryRunStore changes;
    private final DistillationRuns runs;
    private final AllButRejected allButRejected;
    private final ReadModels readModels;
    private final Clock clock;

    public UndoRun(
            MemoryRunStore changes,
            DistillationRuns runs,
            CommandDispatcher commands,
            ReadModels readModels,
            Clock clock) {
        this.changes = changes;
        this.runs = runs;
        this.allButRejected = new AllButRejected(commands);
        this.readModels = readModels;
        this.clock = clock;
    }

    @Override
    public Undone undo(UserId owner, RunId run) {
        readModels.awaitLatest(PATIENCE);
        if (changes.find(run, owner).isEmpty()) {
            throw DomainRejection.notFound();
        }
        return undo(run, owner, Actor.member(owner));
    }

    @Override
    public Undone undoForEverybody(RunId run) {
        readModels.awaitLatest(PATIENCE);
        boolean over = runs.isOver(run).orElseGet(() -> {
            if (changes.exists(run)) {
                return true;
            }
            throw DomainRejection.notFound();
        });
        if (!over) {
            throw DomainRejection.conflict("run_in_progress", "The run is not over yet.");
        }
        return undo(run, null, OPERATIONS);
    }

    private Undone undo(RunId run, @Nullable UserId owner, Actor actor) {
        long undone = 0;
        long skipped = 0;
        List<Touched> page = changes.touched(run, owner, null, PAGE);
        while (!page.isEmpty()) {
            AllButRejected.Outcome outcome = allButRejected.carryOut(commands(page, run, actor), done -> {});
            undone += outcome.events().stream()
                    .filter(events -> !events.isEmpty())
                    .count();
            skipped += outcome.rejected();
            page = changes.touched(run, owner, page.getLast().memory(), PAGE);
        }
        readModels.awaitLatest(PATIENCE);
        return new Undone(undone, skipped);
    }

    private List<List<DomainCommand>> commands(List<Touched> page, RunId run, Actor actor) {
        Instant now = clock.instant();
        return page.stream()
                .map(touched ->
                        List.<DomainCommand>of(new RestoreMemory(touched.memory(), actor, now, touched.owner(), run)))
                .toList();
    }
}
