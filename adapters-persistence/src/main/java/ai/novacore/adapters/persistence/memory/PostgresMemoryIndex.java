package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.memory.RankFusion.Candidate;
import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The index in a table. By words: PostgreSQL's full-text search for any of the question's words, stop words dropped. By
 * meaning: the exact cosine with every vector of the person's, which {@link VectorCache} keeps in memory. {@link
 * RankFusion} makes one list of both. A memory that shares no word with the question and whose cosine is under {@value
 * #UNRELATED} is not returned.
 */
@Transactional
class PostgresMemoryIndex implements MemoryIndex {
    /** Sentence embeddings of texts that have nothing to do with each other are mostly under 0.2 with MiniLM. */
    private static final double UNRELATED = 0.25;

    /** How many of each list are fused, if not more are asked for. */
    private static final int CANDIDATES = 50;

    private final JdbcClient jdbc;
    private final VectorCache vectors;

    PostgresMemoryIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.vectors = new VectorCache(jdbc);
    }

    /** The row of the person is locked until the transaction ends, so that versions are seen in their order. */
    @Override
    public void put(Entry entry) {
        jdbc.sql("""
                with state as (
                    insert into readmodel.memory_index_state (owner, epoch, version)
                    values (:owner, nextval('readmodel.memory_index_epoch'), 1)
                    on conflict (owner) do update set version = memory_index_state.version + 1
                    returning version
                )
                insert into readmodel.memory_index (memory_id, owner, tier, text, model, vector, version)
                select :id, :owner, :tier, :text, :model, :vector, state.version from state
                on conflict (memory_id) do update set owner = excluded.owner, tier = excluded.tier,
                    text = excluded.text, model = excluded.model, vector = excluded.vector,
                    version = excluded.version""")
                .param("id", entry.id().value())
                .param("owner", entry.owner().value())
                .param("tier", entry.tier().name())
                .param("text", Columns.text(entry.text()))
                .param("model", entry.embedding().model())
                .param("vector", VectorColumn.toBytes(entry.embedding().vector()))
                .update();
    }

    @Override
    public Optional<Entry> find(MemoryId id) {
        return jdbc.sql("select owner, tier, text, model, vector from readmodel.memory_index where memory_id = :id")
                .param("id", id.value())
                .query((row, number) -> new Entry(
                        id,
                        new UserId(row.getString("owner")),
                        MemoryTier.valueOf(row.getString("tier")),
                        row.getString("text"),
                        new Embedding(row.getString("model"), VectorColumn.fromBytes(row.getBytes("vector")))))
                .optional();
    }

    @Override
    public void remove(MemoryId id) {
        jdbc.sql("""
                with removed as (
                    delete from readmodel.memory_index where memory_id = :id returning owner
                )
                update readmodel.memory_index_state set epoch = nextval('readmodel.memory_index_epoch')
                where owner in (select owner from removed)""").param("id", id.value()).update();
    }

    @Override
    public List<Hit> search(Query query) {
        int candidates = Math.max(CANDIDATES, query.limit());
        PersonVectors theirs = vectors.of(query.owner());
        return RankFusion.fuse(byWords(query, theirs, candidates), byMeaning(query, theirs, candidates), query.limit());
    }

    /** The words are taken apart by PostgreSQL's own parser, as those of the memories are, so none is an operator. */
    private List<Candidate> byWords(Query query, PersonVectors theirs, int limit) {
        return jdbc.sql("""
                with question as (
                    select readmodel.any_of(plainto_tsquery('english', token)) as words
                    from ts_parse('default', left(cast(:text as text), 2000))
                )
                select memory_id, tier
                from readmodel.memory_index, question
                where owner = :owner and tier in (:tiers) and memory_index.words @@ question.words
                order by ts_rank(memory_index.words, question.words) desc, memory_id
                limit :limit""")
                .param("text", Columns.text(query.text()))
                .param("owner", query.owner().value())
                .param("tiers", tiers(query))
                .param("limit", limit)
                .query((row, number) -> {
                    MemoryId id = new MemoryId(row.getString("memory_id"));
                    return new Candidate(
                            id, MemoryTier.valueOf(row.getString("tier")), theirs.cosine(id, query.embedding()));
                })
                .list();
    }

    private static List<Candidate> byMeaning(Query query, PersonVectors theirs, int limit) {
        Closest closest = new Closest(limit);
        theirs.closeTo(query.embedding(), query.tier(), UNRELATED, closest::offer);
        return closest.inOrder();
    }

    private static List<String> tiers(Query query) {
        MemoryTier tier = query.tier();
        return (tier == null ? Stream.of(MemoryTier.values()) : Stream.of(tier))
                .map(MemoryTier::name)
                .toList();
    }

    @Override
    public void removeAll(UserId owner) {
        for (String table : List.of("memory_index", "memory_index_state")) {
            jdbc.sql("delete from readmodel." + table + " where owner = :owner")
                    .param("owner", owner.value())
                    .update();
        }
    }
}
