package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.application.memory.port.in.RunReport;
import ai.novacore.application.memory.port.in.UndoRunUseCase.Undone;
import ai.novacore.application.memory.readmodel.MemoryRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs of the memory workers as the HTTP contract shows them. */
final class MemoryRunShapes {

    private MemoryRunShapes() {}

    /** What a run changed of a member's memories, counted in memories. */
    @Schema(name = "MemoryRun")
    record Run(
            String runId,

            @Schema(allowableValues = {"reflection", "distillation"})
            String worker,

            Instant at,
            long promoted,
            long merged,
            long superseded,
            long expired,
            long stored,
            long undone) {
        static Run of(MemoryRun run) {
            return new Run(
                    run.id().value(),
                    Choices.lower(run.worker()),
                    run.at(),
                    run.promoted(),
                    run.merged(),
                    run.superseded(),
                    run.expired(),
                    run.stored(),
                    run.undone());
        }
    }

    @Schema(name = "MemoryRunPage")
    record Runs(List<Run> items, @Nullable String nextCursor) {}

    /** How many memories are as they were before, and how many were changed since and stay as they are. */
    @Schema(name = "UndoneRun")
    record Undo(long undone, long skipped) {
        static Undo of(Undone undone) {
            return new Undo(undone.undone(), undone.skipped());
        }
    }

    /** What a run came to. */
    @Schema(name = "WorkerReport")
    record Report(String runId, long processed, long promoted, long merged, long failed) {
        static Report of(RunReport report) {
            return new Report(
                    report.run().value(), report.processed(), report.promoted(), report.merged(), report.failed());
        }
    }
}
