package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.memory.MemoryShapes.Correction;
import ai.novacore.adapters.web.memory.MemoryShapes.Memory;
import ai.novacore.adapters.web.memory.MemoryShapes.NewMemory;
import ai.novacore.adapters.web.memory.MemoryShapes.Restoration;
import ai.novacore.adapters.web.memory.MemoryShapes.Search;
import ai.novacore.adapters.web.memory.MemoryShapes.Shelf;
import ai.novacore.adapters.web.memory.MemoryShapes.Stats;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.memory.port.in.KeepMemoryUseCase;
import ai.novacore.application.memory.port.in.ManageMemoriesUseCase;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.out.MemoryShelfStore.Filter;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Page;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryTier;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the service remembers about a member, for that member. */
@RestController
@RequestMapping("/api/memory")
final class MemoryController {
    private static final int LONGEST_SEARCH = 1_000;

    private final MemoryQuery memories;
    private final KeepMemoryUseCase keeping;
    private final ManageMemoriesUseCase managing;

    MemoryController(MemoryQuery memories, KeepMemoryUseCase keeping, ManageMemoriesUseCase managing) {
        this.memories = memories;
        this.keeping = keeping;
        this.managing = managing;
    }

    /** Which memories are listed; those of an erased person are not there at all. */
    private enum Standing {
        ACTIVE,
        SUPERSEDED,
        FORGOTTEN;

        static Status of(@Nullable String status) {
            Standing chosen = Choices.optional("status", status, Standing.class);
            return chosen == null ? Status.ACTIVE : Status.valueOf(chosen.name());
        }
    }

    @GetMapping("/memories")
    Shelf list(
            @AuthenticationPrincipal Member member,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String kind,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"active", "superseded", "forgotten"},
                                            defaultValue = "active"))
                    @RequestParam(required = false)
                    @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Page<MemoryItem> page = memories.list(
                member.id(),
                new Filter(
                        Choices.optional("tier", tier, MemoryTier.class),
                        Choices.optional("kind", kind, MemoryKind.class),
                        Standing.of(status)),
                Paging.request(cursor, limit));
        return new Shelf(page.items().stream().map(Memory::of).toList(), Paging.encode(page.next()));
    }

    @PostMapping("/memories")
    @ResponseStatus(HttpStatus.CREATED)
    Memory keep(@AuthenticationPrincipal Member member, @Valid @RequestBody NewMemory request) {
        MemoryKind kind = Choices.optional("kind", request.kind(), MemoryKind.class);
        return Memory.of(keeping.keep(member.id(), request.content().strip(), kind == null ? MemoryKind.NOTE : kind));
    }

    @GetMapping("/memories/{id}")
    Memory get(@AuthenticationPrincipal Member member, @PathVariable String id) {
        return Memory.of(memories.get(member.id(), PathIds.memory(id)));
    }

    @PatchMapping("/memories/{id}")
    Memory correct(
            @AuthenticationPrincipal Member member, @PathVariable String id, @Valid @RequestBody Correction request) {
        return Memory.of(managing.correct(member.id(), PathIds.memory(id), request.content()));
    }

    @DeleteMapping("/memories/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@AuthenticationPrincipal Member member, @PathVariable String id) {
        managing.forget(member.id(), PathIds.memory(id));
    }

    @PostMapping("/memories/{id}/restore")
    Memory restore(
            @AuthenticationPrincipal Member member,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Restoration request) {
        String run = request == null ? null : request.runId();
        return Memory.of(managing.restore(member.id(), PathIds.memory(id), run == null ? null : PathIds.run(run)));
    }

    @GetMapping("/search")
    Search search(
            @AuthenticationPrincipal Member member,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        return new Search(memories
                .search(
                        member.id(),
                        Texts.required("q", q, LONGEST_SEARCH),
                        Choices.optional("tier", tier, MemoryTier.class),
                        Paging.limit(limit))
                .stream()
                .map(MemoryShapes.Hit::of)
                .toList());
    }

    @GetMapping("/stats")
    Stats stats(@AuthenticationPrincipal Member member) {
        return Stats.of(memories.stats(member.id()));
    }
}
