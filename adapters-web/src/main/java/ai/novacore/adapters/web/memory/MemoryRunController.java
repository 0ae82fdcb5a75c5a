package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.memory.MemoryRunShapes.Run;
import ai.novacore.adapters.web.memory.MemoryRunShapes.Runs;
import ai.novacore.adapters.web.memory.MemoryRunShapes.Undo;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.memory.port.in.MemoryRunQuery;
import ai.novacore.application.memory.port.in.UndoRunUseCase;
import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the workers did to a member's memories, for that member to see and to take back. */
@RestController
@RequestMapping("/api/memory/runs")
final class MemoryRunController {
    private final MemoryRunQuery runs;
    private final UndoRunUseCase undoing;

    MemoryRunController(MemoryRunQuery runs, UndoRunUseCase undoing) {
        this.runs = runs;
        this.undoing = undoing;
    }

    @GetMapping
    Runs list(
            @AuthenticationPrincipal Member member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Page<MemoryRun> page = runs.runs(member.id(), Paging.request(cursor, limit));
        return new Runs(page.items().stream().map(Run::of).toList(), Paging.encode(page.next()));
    }

    @PostMapping("/{runId}/undo")
    Undo undo(@AuthenticationPrincipal Member member, @PathVariable String runId) {
        return Undo.of(undoing.undo(member.id(), PathIds.run(runId)));
    }
}
