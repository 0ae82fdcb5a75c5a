package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.memory.Embedding;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the vectors of the people who ask on this node in memory, and reads only what has changed since they last did: a
 * person's vectors are some megabytes, and a question should not wait for them each time. Never shows less than the tables
 * did when it was asked. What was taken out is read again as a whole; that is rare.
 */
final class VectorCache {
    /** In vectors, of about 1.6 kB each with the default model: 160 MB. */
    private static final long MOST_VECTORS = 100_000;

    /** Of one person, as many as the largest tier allows; the newest count if there are more. */
    private static final int MOST_OF_ONE = 100_000;

    private static final int FETCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final Cache<UserId, PersonVectors> people = Caffeine.newBuilder()
            .maximumWeight(MOST_VECTORS)
            .weigher((UserId person, PersonVectors vectors) -> 1 + vectors.size())
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    VectorCache(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record State(long epoch, long version) {}

    /** The vectors of a person, up to date. */
    PersonVectors of(UserId owner) {
        State now = state(owner).orElse(new State(0, 0));
        PersonVectors kept = people.getIfPresent(owner);
        if (kept != null && kept.epoch() == now.epoch() && kept.version() >= now.version()) {
            return kept;
        }
        PersonVectors current = kept != null && kept.epoch() == now.epoch() ? kept : new PersonVectors(now.epoch());
        read(owner, current);
        current.reached(now.version());
        // Put again, because it weighs more now.
        people.put(owner, current);
        return current;
    }

    private Optional<State> state(UserId owner) {
        return jdbc.sql("select epoch, version from readmodel.memory_index_state where owner = :owner")
                .param("owner", owner.value())
                .query((row, number) -> new State(row.getLong("epoch"), row.getLong("version")))
                .optional();
    }

    private void read(UserId owner, PersonVectors into) {
        jdbc.sql("""
                select memory_id, tier, model, vector from readmodel.memory_index
                where owner = :owner and version > :known
                order by version desc
                limit :most""")
                .withFetchSize(FETCH_SIZE)
                .param("owner", owner.value())
                .param("known", into.version())
                .param("most", MOST_OF_ONE)
                .query(row -> {
                    into.put(
                            new MemoryId(row.getString("memory_id")),
                            MemoryTier.valueOf(row.getString("tier")),
                            new Embedding(row.getString("model"), VectorColumn.fromBytes(row.getBytes("vector"))));
                });
    }
}
