package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JpaMemoryShelfStore implements MemoryShelfStore {
    private final ShelfRows rows;

    JpaMemoryShelfStore(ShelfRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<MemoryItem> find(MemoryId id) {
        return rows.findById(id.value()).map(ShelfRow::toItem);
    }

    @Override
    public List<MemoryItem> findAll(Collection<MemoryId> ids) {
        List<String> keys = ids.stream().map(MemoryId::value).toList();
        return StreamSupport.stream(rows.findAllById(keys).spliterator(), false)
                .map(ShelfRow::toItem)
                .toList();
    }

    @Override
    public void save(MemoryItem item) {
        rows.save(new ShelfRow(item));
    }

    @Override
    public void remove(MemoryId id) {
        rows.deleteById(id.value());
    }

    @Override
    public Page<MemoryItem> list(UserId owner, Filter filter, PageRequest page) {
        Keyset keyset = Keyset.of(page);
        List<ShelfRow> found = rows.findPage(
                owner.value(),
                filter.tier() == null ? EnumSet.allOf(MemoryTier.class) : EnumSet.of(filter.tier()),
                filter.kind() == null ? EnumSet.allOf(MemoryKind.class) : EnumSet.of(filter.kind()),
                filter.status(),
                keyset.at(),
                keyset.id(),
                keyset.limit());
        return keyset.page(found, ShelfRow::toItem, ShelfRow::place);
    }

    @Override
    public List<MemoryId> oldest(UserId owner, MemoryTier tier, MemoryKind kind, int limit) {
        return rows.findOldest(owner.value(), tier, kind, Limit.of(limit)).stream()
                .map(MemoryId::new)
                .toList();
    }

    @Override
    public Map<MemoryTier, Long> count(UserId owner) {
        Map<MemoryTier, Long> counts = new EnumMap<>(MemoryTier.class);
        for (MemoryTier tier : MemoryTier.values()) {
            counts.put(tier, 0L);
        }
        rows.countByTier(owner.value()).forEach(found -> counts.put(found.tier(), found.count()));
        return counts;
    }

    @Override
    public List<MemoryId> ids(UserId owner, @Nullable MemoryId after, int limit) {
        return rows.findIds(owner.value(), after == null ? "" : after.value(), Limit.of(limit)).stream()
                .map(MemoryId::new)
                .toList();
    }

    @Override
    public void removeAll(UserId owner) {
        rows.deleteAllBy(owner.value());
    }
}
