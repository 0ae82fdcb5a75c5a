package ai.novacore.application.memory;

import static ai.novacore.application.shared.ManualClock.NOON;

import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shelf without pages, and an index that finds what a test tells it to. */
final class MemoryStores {
    static final UserId ADA = new UserId("usr_ada");
    static final UserId BOB = new UserId("usr_bob");

    final Map<MemoryId, MemoryItem> items = new HashMap<>();
    final List<MemoryIndex.Hit> hits = new ArrayList<>();
    final List<MemoryIndex.Query> queries = new ArrayList<>();
    Map<MemoryTier, Long> counts = Map.of();
    Tier tier = Tier.FREE;

    MemoryItem add(String id, UserId owner, boolean active) {
        MemoryItem item = new MemoryItem(
                new MemoryId(id),
                owner,
                MemoryTier.ITM,
                MemoryKind.FACT,
                "likes tea",
                0.5,
                NOON,
                NOON,
                null,
                null,
                0,
                List.of(),
                active ? Status.ACTIVE : Status.FORGOTTEN,
                null);
        items.put(item.id(), item);
        return item;
    }

    final MemoryShelfStore shelf = new MemoryShelfStore() {
        @Override
        public Optional<MemoryItem> find(MemoryId id) {
            return Optional.ofNullable(items.get(id));
        }

        @Override
        public List<MemoryItem> findAll(Collection<MemoryId> ids) {
            return ids.stream().map(this::find).flatMap(Optional::stream).toList();
        }

        @Override
        public void save(MemoryItem item) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(MemoryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<MemoryItem> list(UserId owner, Filter filter, PageRequest page) {
            return new Page<>(
                    items.values().stream()
                            .filter(item -> item.owner().equals(owner) && item.status() == filter.status())
                            .filter(item -> filter.tier() == null || item.tier() == filter.tier())
                            .filter(item -> filter.kind() == null || item.kind() == filter.kind())
                            .toList(),
                    null);
        }

        @Override
        public List<MemoryId> oldest(UserId owner, MemoryTier wanted, MemoryKind kind, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<MemoryTier, Long> count(UserId owner) {
            return counts;
        }

        @Override
        public List<MemoryId> ids(UserId owner, @Nullable MemoryId after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeAll(UserId owner) {
            throw new UnsupportedOperationException();
        }
    };

    final MemoryIndex index = new MemoryIndex() {
        @Override
        public void put(Entry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Entry> find(MemoryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hide(MemoryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Entry> hidden(MemoryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(MemoryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Hit> search(Query query) {
            queries.add(query);
            return List.copyOf(hits);
        }

        @Override
        public void replace(Refill refill) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeAll(UserId owner) {
            throw new UnsupportedOperationException();
        }
    };

    final AccountStore accounts = new AccountStore() {
        @Override
        public Optional<Account> find(UserId id) {
            return Optional.of(
                    new Account(id, "ada@example.org", "Ada", null, tier, List.of(), Account.Standing.ACTIVE, NOON));
        }

        @Override
        public void save(Account account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(UserId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(Account.Standing standing) {
            throw new UnsupportedOperationException();
        }
    };
}
