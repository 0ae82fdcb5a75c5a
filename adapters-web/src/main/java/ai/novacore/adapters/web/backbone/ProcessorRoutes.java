package ai.novacore.adapters.web.backbone;

import ai.novacore.adapters.web.backbone.ProcessorShapes.All;
import ai.novacore.adapters.web.backbone.ProcessorShapes.Latest;
import ai.novacore.adapters.web.backbone.ProcessorShapes.ReplayView;
import ai.novacore.adapters.web.backbone.ProcessorShapes.Wish;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.application.backbone.port.in.ProcessorsQuery;
import ai.novacore.application.backbone.port.in.ReplayUseCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What follows the events, and read models that are built anew. */
abstract class ProcessorRoutes {
    private final ProcessorsQuery processors;
    private final ReplayUseCase replays;

    ProcessorRoutes(ProcessorsQuery processors, ReplayUseCase replays) {
        this.processors = processors;
        this.replays = replays;
    }

    @GetMapping
    All list() {
        return All.of(processors.processors());
    }

    @GetMapping("/{name}/replays")
    Latest replays(@PathVariable String name, @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        return Latest.of(replays.list(name, Paging.limit(limit)));
    }

    @PostMapping("/{name}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayView replay(@PathVariable String name, @RequestBody(required = false) @Nullable Wish wish) {
        boolean swap = wish != null && Boolean.TRUE.equals(wish.swapWhenDifferent());
        return ReplayView.of(replays.ask(name, Asking.name(), swap));
    }

    @PostMapping("/{name}/replays/{id}/cancel")
    ReplayView cancel(@PathVariable String name, @PathVariable String id) {
        return ReplayView.of(replays.cancel(name, id));
    }
}
