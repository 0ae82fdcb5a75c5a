package ai.novacore.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.port.out.MemoryIndex.Entry;
import ai.novacore.application.memory.port.out.MemoryIndex.Hit;
import ai.novacore.application.memory.port.out.MemoryIndex.Query;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link MemoryIndex} promises. Meaning is the angle of a vector of two numbers here. */
public abstract class MemoryIndexContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId OTHER = new UserId("usr_other");
    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");

    /** An empty one; the same one throughout a test. */
    protected abstract MemoryIndex index();

    @Test
    void findsAnEntryByItsId() {
        put("mem_1", MIRA, MemoryTier.ITM, "Mira has a cat", 30);

        assertThat(index().find(new MemoryId("mem_1"))).hasValueSatisfying(entry -> {
            assertThat(entry.owner()).isEqualTo(MIRA);
            assertThat(entry.tier()).isEqualTo(MemoryTier.ITM);
            assertThat(entry.text()).isEqualTo("Mira has a cat");
            assertThat(entry.embedding().model()).isEqualTo("angles");
            assertThat(entry.embedding().vector()).containsExactly(at(30).vector());
        });
        assertThat(index().find(new MemoryId("mem_2"))).isEmpty();
    }

    @Test
    void findsByWords() {
        put("mem_1", MIRA, MemoryTier.ITM, "Mira has a cat named Lumen", 180);
        put("mem_2", MIRA, MemoryTier.ITM, "Mira rides a bicycle", 180);

        assertThat(search("what is the cat doing", 0)).extracting(Hit::id).containsExactly(new MemoryId("mem_1"));
    }

    @Test
    void findsByMeaningTheCloserTheBetter() {
        put("mem_1", MIRA, MemoryTier.ITM, "one", 60);
        put("mem_2", MIRA, MemoryTier.ITM, "two", 10);
        put("mem_3", MIRA, MemoryTier.ITM, "three", 30);

        List<Hit> hits = search("something else", 0);

        assertThat(hits).extracting(hit -> hit.id().value()).containsExactly("mem_2", "mem_3", "mem_1");
        assertThat(hits.getFirst().score())
                .isGreaterThan(hits.getLast().score() + 0.05)
                .isLessThanOrEqualTo(1);
        assertThat(hits.getLast().score()).isPositive();
    }

    @Test
    void prefersWhatFitsByWordsAndByMeaning() {
        put("mem_1", MIRA, MemoryTier.ITM, "a cat", 10);
        put("mem_2", MIRA, MemoryTier.ITM, "a bicycle", 10);
        put("mem_3", MIRA, MemoryTier.ITM, "another cat", 85);

        assertThat(search("cat", 10))
                .first()
                .extracting(hit -> hit.id().value())
                .isEqualTo("mem_1");
    }

    @Test
    void doesNotReturnWhatIsUnrelated() {
        put("mem_1", MIRA, MemoryTier.ITM, "a cat", 95);
        put("mem_2", MIRA, MemoryTier.ITM, "a bicycle", 80);

        assertThat(search("quarterly taxes", 0)).isEmpty();
        assertThat(search("bicycle", 80)).isNotEmpty();
    }

    @Test
    void searchesEachPersonApart() {
        put("mem_1", MIRA, MemoryTier.ITM, "a cat", 0);
        put("mem_2", OTHER, MemoryTier.ITM, "a cat", 0);

        assertThat(search("cat", 0)).extracting(hit -> hit.id().value()).containsExactly("mem_1");
    }

    @Test
    void keepsToATierAndALimit() {
        put("mem_1", MIRA, MemoryTier.ITM, "a cat", 0);
        put("mem_2", MIRA, MemoryTier.LTM, "a cat", 0);
        put("mem_3", MIRA, MemoryTier.LTM, "a cat", 1);

        assertThat(index().search(query("cat", 0, MemoryTier.LTM, 10)))
                .extracting(Hit::tier)
                .containsExactly(MemoryTier.LTM, MemoryTier.LTM);
        assertThat(index().search(query("cat", 0, null, 1))).hasSize(1);
    }

    @Test
    void ordersEqualsById() {
        for (String id : List.of("mem_c", "mem_a", "mem_b")) {
            put(id, MIRA, MemoryTier.ITM, id + " said something", 20);
        }

        assertThat(search("unheard", 20))
                .extracting(hit -> hit.id().value())
                .containsExactly("mem_a", "mem_b", "mem_c");
    }

    @Test
    void comparesVectorsOfOneModelOnly() {
        index().put(new Entry(
                new MemoryId("mem_1"),
                MIRA,
                MemoryTier.ITM,
                "a cat",
                new Embedding("another", new float[] {1, 0, 0}),
                0.5,
                NOW,
                null));
        put("mem_2", MIRA, MemoryTier.ITM, "a bicycle", 0);

        assertThat(search("unheard", 0)).extracting(hit -> hit.id().value()).containsExactly("mem_2");
        assertThat(search("cat", 0)).extracting(hit -> hit.id().value()).contains("mem_1");
    }

    @Test
    void replacesAndRemoves() {
        put("mem_1", MIRA, MemoryTier.STM, "a cat", 180);
        put("mem_1", MIRA, MemoryTier.LTM, "a bicycle", 180);

        assertThat(search("cat", 0)).isEmpty();
        assertThat(search("bicycle", 0)).extracting(Hit::tier).containsExactly(MemoryTier.LTM);

        index().remove(new MemoryId("mem_1"));
        index().remove(new MemoryId("mem_1"));
        assertThat(search("bicycle", 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "the of and",
                "cat & !dog | (",
                "cat's \\ 'quoted' \"phrase",
                "cat <-> :* -- ; drop table",
                "🐈 cat 猫",
                "a\u0000cat"
            })
    void takesEveryQuestionAsPlainText(String question) {
        put("mem_1", MIRA, MemoryTier.ITM, "a cat", 0);

        assertThat(search(question, 0)).extracting(hit -> hit.id().value()).containsExactly("mem_1");
    }

    private void put(String id, UserId owner, MemoryTier tier, String text, int degrees) {
        index().put(new Entry(new MemoryId(id), owner, tier, text, at(degrees), 0.5, NOW.minusSeconds(3_600), null));
    }

    private List<Hit> search(String text, int degrees) {
        return index().search(query(text, degrees, null, 10));
    }

    private static Query query(String text, int degrees, @Nullable MemoryTier tier, int limit) {
        return new Query(MIRA, text, at(degrees), tier, limit, NOW);
    }

    /** A meaning; meanings are as close as their angles. */
    private static Embedding at(int degrees) {
        double radians = Math.toRadians(degrees);
        return new Embedding("angles", new float[] {(float) Math.cos(radians), (float) Math.sin(radians)});
    }

    @Test
    void removesAllEntriesOfAPerson() {
        put("mem_1", MIRA, MemoryTier.STM, "a cat", 0);
        put("mem_2", MIRA, MemoryTier.LTM, "a cat", 0);
        put("mem_3", OTHER, MemoryTier.LTM, "a cat", 0);

        index().removeAll(MIRA);

        assertThat(index().find(new MemoryId("mem_1"))).isEmpty();
        assertThat(index().find(new MemoryId("mem_2"))).isEmpty();
        assertThat(index().find(new MemoryId("mem_3"))).isPresent();
    }
}
