package ai.novacore.application.memory;

import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryIndex.Hit;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.port.out.MemoryShelfStore.Filter;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads memories from the shelf and finds them by the index. The index follows by itself, so what it names is looked up
 * on the shelf: that decides whose it is, and whether it is still there.
 */
public final class MemoryReader implements MemoryQuery {
    private final MemoryShelfStore shelf;
    private final MemoryIndex index;
    private final Embedder embedder;
    private final Clock clock;

    public MemoryReader(MemoryShelfStore shelf, MemoryIndex index, Embedder embedder, Clock clock) {
        this.shelf = shelf;
        this.index = index;
        this.embedder = embedder;
        this.clock = clock;
    }

    @Override
    public Page<MemoryItem> list(UserId owner, Filter filter, PageRequest page) {
        return shelf.list(owner, filter, page);
    }

    @Override
    public MemoryItem get(UserId owner, MemoryId id) {
        return find(owner, id).filter(item -> item.status() != Status.FORGOTTEN).orElseThrow(DomainRejection::notFound);
    }

    @Override
    public List<Found> search(UserId owner, String text, @Nullable MemoryTier tier, int limit) {
        if (text.isBlank()) {
            throw DomainRejection.invalid("invalid_request", "A search has at least one visible character.");
        }
        Embedding embedding =
                new Embedding(embedder.model(), embedder.embed(List.of(text)).getFirst());
        List<Hit> hits = index.search(new MemoryIndex.Query(owner, text, embedding, tier, limit, clock.instant()));
        Map<MemoryId, MemoryItem> items = shelf
                .findAll(hits.stream().map(Hit::id).toList())
                .stream()
                .filter(item -> item.owner().equals(owner) && item.active())
                .collect(Collectors.toMap(MemoryItem::id, Function.identity()));
        return hits.stream()
                .flatMap(hit ->
                        Optional.ofNullable(items.get(hit.id())).stream().map(item -> new Found(item, hit.score())))
                .toList();
    }

    @Override
    public Map<MemoryTier, Long> stats(UserId owner) {
        return shelf.count(owner);
    }

    private Optional<MemoryItem> find(UserId owner, MemoryId id) {
        return shelf.find(id).filter(item -> item.owner().equals(owner));
    }
}
