package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.memory.RankFusion.Candidate;
import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The index in a table. By words: PostgreSQL's full-text search for any of the question's words, stop words dropped. By
 * meaning: the exact cosine with every vector of the person's, read as a stream. {@link RankFusion} makes one list of
 * both. A memory that shares no word with the question and whose cosine is under {@value #UNRELATED} is not returned.
 */
@Transactional
class PostgresMemoryIndex implements MemoryIndex {
    /** Sentence embeddings of texts that have nothing to do with each other are mostly under 0.2 with MiniLM. */
    private static final double UNRELATED = 0.25;

    /** How many of each list are fused, if not more are asked for. */
    private static final int CANDIDATES = 50;

    /** As many memories as the largest tier allows; the newest count if there are more. */
    private static final int MOST_VECTORS = 100_000;

    private static final int FETCH_SIZE = 500;

    private final JdbcClient jdbc;

    PostgresMemoryIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Entry entry) {
        jdbc.sql("""
                insert into readmodel.memory_index (memory_id, owner, tier, text, model, vector)
                values (:id, :owner, :tier, :text, :model, :vector)
                on conflict (memory_id) do update set owner = excluded.owner, tier = excluded.tier,
                    text = excluded.text, model = excluded.model, vector = excluded.vector""")
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
        jdbc.sql("delete from readmodel.memory_index where memory_id = :id")
                .param("id", id.value())
                .update();
    }

    @Override
    public List<Hit> search(Query query) {
        int candidates = Math.max(CANDIDATES, query.limit());
        return RankFusion.fuse(byWords(query, candidates), byMeaning(query, candidates), query.limit());
    }

    /** The words are taken apart by PostgreSQL's own parser, as those of the memories are, so none is an operator. */
    private List<Candidate> byWords(Query query, int limit) {
        float[] vector = query.embedding().vector();
        return jdbc.sql("""
                with question as (
                    select readmodel.any_of(plainto_tsquery('english', token)) as words
                    from ts_parse('default', left(cast(:text as text), 2000))
                )
                select memory_id, tier,
                    case when model = :model and length(vector) = :size then vector end as vector
                from readmodel.memory_index, question
                where owner = :owner and tier in (:tiers) and memory_index.words @@ question.words
                order by ts_rank(memory_index.words, question.words) desc, memory_id
                limit :limit""")
                .param("text", Columns.text(query.text()))
                .param("model", query.embedding().model())
                .param("size", VectorColumn.size(vector))
                .param("owner", query.owner().value())
                .param("tiers", tiers(query))
                .param("limit", limit)
                .query((row, number) -> candidate(row, vector))
                .list();
    }

    private List<Candidate> byMeaning(Query query, int limit) {
        float[] vector = query.embedding().vector();
        Closest closest = new Closest(limit);
        jdbc.sql("""
                select memory_id, tier, vector from readmodel.memory_index
                where owner = :owner and tier in (:tiers) and model = :model and length(vector) = :size
                order by memory_id desc
                limit :most""")
                .withFetchSize(FETCH_SIZE)
                .param("owner", query.owner().value())
                .param("tiers", tiers(query))
                .param("model", query.embedding().model())
                .param("size", VectorColumn.size(vector))
                .param("most", MOST_VECTORS)
                .query(row -> {
                    Candidate candidate = candidate(row, vector);
                    if (candidate.cosine() >= UNRELATED) {
                        closest.offer(candidate);
                    }
                });
        return closest.inOrder();
    }

    private static Candidate candidate(ResultSet row, float[] question) throws SQLException {
        byte[] bytes = row.getBytes("vector");
        double cosine = bytes == null ? 0 : Embedding.cosine(question, VectorColumn.fromBytes(bytes));
        return new Candidate(
                new MemoryId(row.getString("memory_id")), MemoryTier.valueOf(row.getString("tier")), cosine);
    }

    private static List<String> tiers(Query query) {
        MemoryTier tier = query.tier();
        return (tier == null ? Stream.of(MemoryTier.values()) : Stream.of(tier))
                .map(MemoryTier::name)
                .toList();
    }

    @Override
    public void removeAll(UserId owner) {
        jdbc.sql("delete from readmodel.memory_index where owner = :owner")
                .param("owner", owner.value())
                .update();
    }
}
