package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.openapi.ForServices;
import ai.novacore.application.memory.port.in.RebuildMemoryIndexUseCase;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Care for the index that memories are searched by. */
@ForServices
@RestController
@RequestMapping("/internal/workers/memory-index")
final class MemoryIndexController {
    private final RebuildMemoryIndexUseCase index;

    MemoryIndexController(RebuildMemoryIndexUseCase index) {
        this.index = index;
    }

    /**
     * What came of it.
     *
     * @param memories how many were followed
     */
    record Rebuilt(long memories) {}

    /** Answers when the new index is in use; searches go on meanwhile. */
    @PostMapping("/rebuild")
    Rebuilt rebuild() {
        return new Rebuilt(index.rebuild());
    }
}
