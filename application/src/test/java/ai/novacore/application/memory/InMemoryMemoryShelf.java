package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryCensus;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.Paging;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shelf in memory. */
public final class InMemoryMemoryShelf implements MemoryShelfStore {
    private final Map<MemoryId, MemoryItem> items = new ConcurrentHashMap<>();

    @Override
    public Optional<MemoryItem> find(MemoryId id) {
        return Optional.ofNullable(items.get(id));
    }

    @Override
    public List<MemoryItem> findAll(Collection<MemoryId> ids) {
        return ids.stream().distinct().map(this::find).flatMap(Optional::stream).toList();
    }

    @Override
    public void save(MemoryItem item) {
        items.put(item.id(), item);
    }

    @Override
    public void remove(MemoryId id) {
        items.remove(id);
    }

    @Override
    public Page<MemoryItem> list(UserId owner, Filter filter, PageRequest page) {
        Stream<MemoryItem> found = items.values().stream()
                .filter(item -> item.owner().equals(owner) && item.status() == filter.status())
                .filter(item -> filter.tier() == null || item.tier() == filter.tier())
                .filter(item -> filter.kind() == null || item.kind() == filter.kind());
        return Paging.page(found, item -> new Cursor(item.createdAt(), item.id().value()), page);
    }

    @Override
    public Map<MemoryTier, Long> count(UserId owner) {
        Map<MemoryTier, Long> counts = new EnumMap<>(MemoryTier.class);
        for (MemoryTier tier : MemoryTier.values()) {
            counts.put(tier, activeOf(owner).filter(item -> item.tier() == tier).count());
        }
        return counts;
    }

    @Override
    public List<MemoryId> oldest(UserId owner, MemoryTier tier, MemoryKind kind, int limit) {
        return activeOf(owner)
                .filter(item -> item.tier() == tier && item.kind() == kind)
                .sorted(Comparator.comparing(MemoryItem::createdAt)
                        .thenComparing(item -> item.id().value()))
                .limit(limit)
                .map(MemoryItem::id)
                .toList();
    }

    private Stream<MemoryItem> activeOf(UserId owner) {
        return items.values().stream()
                .filter(item -> item.owner().equals(owner))
                .filter(MemoryItem::active);
    }

    @Override
    public List<MemoryId> ids(UserId owner, @Nullable MemoryId after, int limit) {
        return items.values().stream()
                .filter(item -> item.owner().equals(owner))
                .map(MemoryItem::id)
                .sorted(Comparator.comparing(MemoryId::value))
                .filter(id -> after == null || id.value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void removeAll(UserId owner) {
        items.values().removeIf(item -> item.owner().equals(owner));
    }

    /** A view of who has memories on it. */
    public MemoryCensus census() {
        return new MemoryCensus() {
            @Override
            public List<UserId> after(@Nullable UserId after, int limit) {
                return items.values().stream()
                        .filter(MemoryItem::active)
                        .map(MemoryItem::owner)
                        .distinct()
                        .sorted(Comparator.comparing(UserId::value))
                        .filter(owner -> after == null || owner.value().compareTo(after.value()) > 0)
                        .limit(limit)
                        .toList();
            }

            @Override
            public Map<MemoryTier, Long> count() {
                Map<MemoryTier, Long> counts = new EnumMap<>(MemoryTier.class);
                for (MemoryTier tier : MemoryTier.values()) {
                    counts.put(
                            tier,
                            items.values().stream()
                                    .filter(item -> item.active() && item.tier() == tier)
                                    .count());
                }
                return counts;
            }
        };
    }
}
