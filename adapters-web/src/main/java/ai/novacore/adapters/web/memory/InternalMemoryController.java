package ai.novacore.adapters.web.memory;

import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.memory.MemoryShapes.Search;
import ai.novacore.adapters.web.openapi.ForServices;
import ai.novacore.adapters.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The memories of a member for services that ask for them; the same as the member's own. */
@ForServices
@RestController
@RequestMapping("/internal/memory")
final class InternalMemoryController {
    private final MemoryController memories;

    InternalMemoryController(MemoryController memories) {
        this.memories = memories;
    }

    @ForServices.ActingForMember
    @GetMapping("/search")
    Search search(
            @AuthenticationPrincipal Member member,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        return memories.search(member, q, tier, limit);
    }
}
