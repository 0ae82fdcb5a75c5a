package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.memory.MemoryShapes.Memory;
import ai.novacore.adapters.web.memory.MemoryShapes.NewMemory;
import ai.novacore.adapters.web.memory.MemoryShapes.Search;
import ai.novacore.adapters.web.memory.MemoryShapes.Shelf;
import ai.novacore.adapters.web.memory.MemoryShapes.Stats;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.memory.port.in.KeepMemoryUseCase;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Page;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryTier;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
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

    MemoryController(MemoryQuery memories, KeepMemoryUseCase keeping) {
        this.memories = memories;
        this.keeping = keeping;
    }

    @GetMapping("/memories")
    Shelf list(
            @AuthenticationPrincipal Member member,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Page<MemoryItem> page = memories.list(
                member.id(),
                Choices.optional("tier", tier, MemoryTier.class),
                Choices.optional("kind", kind, MemoryKind.class),
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
