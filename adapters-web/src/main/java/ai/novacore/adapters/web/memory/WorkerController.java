package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.memory.MemoryRunShapes.Report;
import ai.novacore.adapters.web.memory.MemoryRunShapes.Undo;
import ai.novacore.adapters.web.openapi.ForServices;
import ai.novacore.application.memory.port.in.DistillUseCase;
import ai.novacore.application.memory.port.in.ReflectUseCase;
import ai.novacore.application.memory.port.in.UndoRunUseCase;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the memory workers work now, and takes back what they did. */
@ForServices
@RestController
@RequestMapping("/internal/workers")
final class WorkerController {
    private final ReflectUseCase reflection;
    private final DistillUseCase distillation;
    private final UndoRunUseCase undoing;

    WorkerController(ReflectUseCase reflection, DistillUseCase distillation, UndoRunUseCase undoing) {
        this.reflection = reflection;
        this.distillation = distillation;
        this.undoing = undoing;
    }

    @PostMapping("/reflection/run")
    Report reflect() {
        return Report.of(reflection.reflectNow());
    }

    @PostMapping("/distillation/run")
    Report distill() {
        return Report.of(distillation.distillNow());
    }

    @PostMapping("/runs/{runId}/undo")
    Undo undo(@PathVariable String runId) {
        return Undo.of(undoing.undoForEverybody(PathIds.run(runId)));
    }
}
