package ai.novacore.adapters.persistence.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.MemoryIndexContract;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.application.memory.port.out.MemoryIndex.Query;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OnPostgres.class)
class SearchingMemoriesInPostgres extends MemoryIndexContract {
    private static final UserId MIRA = new UserId("usr_mira");

    @Override
    protected MemoryIndex index() {
        return OnPostgres.bean(MemoryIndex.class);
    }

    /** A second node has an index of its own on the same tables. */
    @Test
    void seesWhatOtherNodesPutInAndTakeOut() {
        MemoryIndex here = index();
        MemoryIndex there = new PostgresMemoryIndex(OnPostgres.bean(JdbcClient.class), new LuceneWordAnalyzer());
        here.put(entry("mem_1", "cats purr"));
        assertThat(found(here)).containsExactly("mem_1");
        assertThat(found(there)).containsExactly("mem_1");

        there.put(entry("mem_2", "cats sleep"));
        assertThat(found(here)).containsExactly("mem_1", "mem_2");
        there.remove(new MemoryId("mem_1"));
        assertThat(found(here)).containsExactly("mem_2");

        // As a replay does it.
        OnPostgres.database().execute("truncate readmodel.memory_index, readmodel.memory_index_state");
        assertThat(found(here)).isEmpty();
        for (int i = 0; i < 5; i++) {
            there.put(entry("mem_3", "cats meow"));
        }
        assertThat(found(here)).containsExactly("mem_3");
        assertThat(found(there)).containsExactly("mem_3");
    }

    @Test
    void searchesTheNewestOfMoreMemoriesThanANodeHoldsOfOnePerson() {
        for (int i = 1; i <= 5; i++) {
            index().put(entry("mem_" + i, "cats purr " + i));
        }
        NodeCopies small = new NodeCopies(OnPostgres.bean(JdbcClient.class), new LuceneWordAnalyzer(), 6);

        assertThat(small.of(MIRA).size()).isEqualTo(3);
        assertThat(small.of(MIRA).search(query()))
                .extracting(hit -> hit.id().value())
                .containsExactlyInAnyOrder("mem_3", "mem_4", "mem_5");
    }

    private static Query query() {
        return new Query(MIRA, "dogs", new Embedding("m", new float[] {1, 0}), null, 10, Instant.EPOCH);
    }

    private static List<String> found(MemoryIndex index) {
        return index
                .search(new Query(MIRA, "dogs", new Embedding("m", new float[] {1, 0}), null, 10, Instant.EPOCH))
                .stream()
                .map(hit -> hit.id().value())
                .sorted()
                .toList();
    }

    private static Entry entry(String id, String text) {
        return new Entry(
                new MemoryId(id),
                MIRA,
                MemoryTier.STM,
                text,
                new Embedding("m", new float[] {1, 0}),
                0.5,
                Instant.EPOCH,
                null);
    }
}
