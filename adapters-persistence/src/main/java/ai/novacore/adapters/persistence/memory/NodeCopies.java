package ai.novacore.adapters.persistence.memory;

import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.application.memory.port.out.WordAnalyzer;
import ai.novacore.application.memory.recall.PersonalMemories;
import ai.novacore.domain.shared.UserId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the memories of the people who ask on this node in memory, and reads only what has changed since they last did.
 * Never shows less than the tables did when it was asked.
 */
final class NodeCopies {
    /** What a memory takes, vector and words: 2,500 were measured with short texts and the default model. */
    private static final long BYTES_OF_ONE = 3_500;

    private static final long SHARE_OF_HEAP = 4;
    private static final long MOST = 200_000;
    private static final int FETCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final WordAnalyzer analyzer;
    private final int mostOfOne;
    private final Cache<UserId, PersonCopy> people;

    NodeCopies(JdbcClient jdbc, WordAnalyzer analyzer) {
        this(jdbc, analyzer, Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_OF_ONE));
    }

    /** @param most memories at the same time; one person has half of that at the most, and then the newest count */
    NodeCopies(JdbcClient jdbc, WordAnalyzer analyzer, long most) {
        this.jdbc = jdbc;
        this.analyzer = analyzer;
        this.mostOfOne = (int) Math.max(1, most / 2);
        this.people = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((UserId person, PersonCopy copy) -> 1 + copy.memories().size())
                .expireAfterAccess(Duration.ofMinutes(30))
                .build();
    }

    private record State(long epoch, long version) {}

    /** The memories of a person, up to date. */
    PersonalMemories of(UserId owner) {
        State now = state(owner).orElse(new State(0, 0));
        PersonCopy copy = people.asMap()
                .compute(
                        owner,
                        (_, kept) -> kept != null && kept.epoch() == now.epoch()
                                ? kept
                                : new PersonCopy(now.epoch(), analyzer));
        if (copy.version() < now.version()) {
            synchronized (copy) {
                if (copy.version() < now.version()) {
                    read(owner, copy);
                    copy.reached(now.version());
                }
            }
            // Put again, because it weighs more now.
            people.asMap().computeIfPresent(owner, (_, kept) -> kept);
        }
        return copy.memories();
    }

    private Optional<State> state(UserId owner) {
        return jdbc.sql("select epoch, version from memory_index_state where owner = :owner")
                .param("owner", owner.value())
                .query((row, number) -> new State(row.getLong("epoch"), row.getLong("version")))
                .optional();
    }

    private void read(UserId owner, PersonCopy into) {
        jdbc.sql("select " + IndexRow.COLUMNS + """
                 from memory_index
                where owner = :owner and version > :known
                order by version desc
                limit :most""")
                .withFetchSize(FETCH_SIZE)
                .param("owner", owner.value())
                .param("known", into.version())
                .param("most", mostOfOne)
                .query(row -> {
                    Entry entry = IndexRow.entry(row);
                    if (entry.text().isEmpty()) {
                        into.memories().remove(entry.id());
                    } else {
                        into.memories().put(entry, row.getLong("position"));
                    }
                });
    }
}
