package ai.novacore.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.memory.port.out.MemoryEntries;
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

    @Test
    void findsWhatWasSaidJustAfterWhatFits() {
        said("mem_1", "Where did you spend the holidays?", 0, "cnv_1");
        said("mem_2", "By the lake, with my aunt.", 1, "cnv_1");
        said("mem_3", "By the lake, with my aunt.", 1, "cnv_2");
        said("mem_4", "A plumber came.", 2, "cnv_1");

        assertThat(ids(search("holidays", 180))).startsWith("mem_1", "mem_2").doesNotContain("mem_3", "mem_4");
    }

    @Test
    void takesWhatWasSaidAtTheSameTimeInTheOrderInWhichItCame() {
        said("mem_c", "Where did you spend the holidays?", 0, "cnv_1");
        said("mem_b", "By the lake.", 0, "cnv_1");
        said("mem_a", "A plumber came.", 0, "cnv_1");
        said("mem_c", "Where did you spend your holidays?", 0, "cnv_1");

        assertThat(ids(search("holidays", 180))).containsExactly("mem_c", "mem_b");
    }

    @Test
    void forgetsANeighbourThatIsHidden() {
        said("mem_1", "Where did you spend the holidays?", 0, "cnv_1");
        said("mem_2", "A plumber came.", 1, "cnv_1");
        said("mem_3", "By the lake.", 2, "cnv_1");
        assertThat(ids(search("holidays", 180))).containsExactly("mem_1", "mem_2");

        index().hide(new MemoryId("mem_2"));

        assertThat(ids(search("holidays", 180))).containsExactly("mem_1", "mem_3");
    }

    @Test
    void keepsThePlaceOfWhatIsHiddenAndNothingThatItSays() {
        said("mem_1", "I like tea", 5, "cnv_1");
        MemoryId id = new MemoryId("mem_1");

        index().hide(id);
        index().hide(id);

        assertThat(index().find(id)).isEmpty();
        assertThat(search("tea", 0)).isEmpty();
        assertThat(index().hidden(id)).hasValueSatisfying(place -> {
            assertThat(place.text()).isEmpty();
            assertThat(place.embedding().vector()).isEmpty();
            assertThat(place.occurredAt()).isEqualTo(said(5));
            assertThat(place.thread()).isEqualTo("cnv_1");
            assertThat(place.importance()).isEqualTo(0.5);
        });

        said("mem_1", "I like tea", 5, "cnv_1");
        assertThat(ids(search("tea", 0))).containsExactly("mem_1");
        assertThat(index().hidden(id)).isEmpty();
        index().hide(id);
        index().remove(id);
        assertThat(index().hidden(id)).isEmpty();
    }

    @Test
    void prefersTheWordsOfWhomTheQuestionNames() {
        put("mem_1", MIRA, MemoryTier.ITM, "Ben: I read the book about whales", 80);
        put("mem_2", MIRA, MemoryTier.ITM, "Ada Lind: I read the book about whales, too", 80);

        assertThat(ids(search("Which book did Ada read?", 80))).startsWith("mem_2");
        assertThat(ids(search("Which book did Ben read?", 80))).startsWith("mem_1");
        assertThat(ids(search("ben", 180))).containsExactly("mem_1");
    }

    @Test
    void prefersTheTimeThatTheQuestionNames() {
        saidOn("mem_1", "We went swimming", "2026-03-10");
        saidOn("mem_2", "We went swimming together", "2026-05-19");
        saidOn("mem_3", "They went swimming", "2025-11-02");

        assertThat(ids(search("Who went swimming yesterday?", 80))).startsWith("mem_2");
        assertThat(ids(search("Who went swimming in November?", 80))).startsWith("mem_3");
        assertThat(ids(search("Wer ging am 10. März 2026 swimming?", 80))).startsWith("mem_1");
    }

    @Test
    void prefersWhatIsImportantRecentAndKeptForLongWhenAllElseIsEqual() {
        index().put(entry("mem_a", MemoryTier.ITM, 0.2, NOW.minusSeconds(600)));
        index().put(entry("mem_b", MemoryTier.ITM, 0.9, NOW.minusSeconds(600)));
        index().put(entry("mem_c", MemoryTier.LTM, 0.9, NOW.minusSeconds(600)));
        index().put(entry("mem_d", MemoryTier.ITM, 0.2, NOW.minusSeconds(90 * 86_400)));

        assertThat(ids(search("tea", 85))).containsExactly("mem_c", "mem_b", "mem_a", "mem_d");
    }

    @Test
    void doesNotFillTheListWithRepetitions() {
        put("mem_1", MIRA, MemoryTier.ITM, "the cat is called Lumen", 5);
        put("mem_2", MIRA, MemoryTier.ITM, "The cat is called Lumen!", 5);
        put("mem_3", MIRA, MemoryTier.ITM, "the cat is called Lumen.", 6);
        put("mem_4", MIRA, MemoryTier.ITM, "a cat called by day comes at night", 20);

        assertThat(ids(search("cat called Lumen", 5)))
                .startsWith("mem_1", "mem_4")
                .hasSize(4);
    }

    @Test
    void isReplacedAtOnce() {
        put("mem_1", MIRA, MemoryTier.ITM, "tea in the morning", 0);
        put("mem_2", MIRA, MemoryTier.ITM, "tea at noon", 0);
        put("mem_3", OTHER, MemoryTier.ITM, "tea for two", 0);

        index().replace(new MemoryIndex.Refill() {
            @Override
            public void fill(MemoryEntries empty) {
                assertThat(empty.find(new MemoryId("mem_1"))).isEmpty();
                empty.put(entry("mem_1", "tea in the morning"));
                assertThat(ids(search("tea", 0))).containsExactlyInAnyOrder("mem_1", "mem_2");
            }

            @Override
            public void catchUp(MemoryEntries filled) {
                assertThat(filled.find(new MemoryId("mem_1"))).isPresent();
                filled.put(entry("mem_4", "tea at night"));
                assertThat(ids(search("tea", 0))).containsExactlyInAnyOrder("mem_1", "mem_2");
            }
        });

        assertThat(ids(search("tea", 0))).containsExactlyInAnyOrder("mem_1", "mem_4");
        assertThat(index().find(new MemoryId("mem_3"))).isEmpty();
        put("mem_5", MIRA, MemoryTier.ITM, "tea for ever", 0);
        assertThat(search("tea", 0)).hasSize(3);
    }

    @Test
    void staysAsItIsWhenItsReplacementFails() {
        put("mem_1", MIRA, MemoryTier.ITM, "tea in the morning", 0);

        assertThatThrownBy(() -> index().replace(new MemoryIndex.Refill() {
                    @Override
                    public void fill(MemoryEntries empty) {
                        empty.put(entry("mem_2", "tea at noon"));
                    }

                    @Override
                    public void catchUp(MemoryEntries filled) {
                        throw new IllegalStateException("the log cannot be read");
                    }
                }))
                .hasMessage("the log cannot be read");

        assertThat(ids(search("tea", 0))).containsExactly("mem_1");
    }

    @Test
    void givesScoresBetweenNoneAndOne() {
        put("mem_1", MIRA, MemoryTier.LTM, "tea", 0);
        said("mem_2", "tea, tea, tea in the morning yesterday", 1, "cnv_1");
        said("mem_3", "Ada: tea at noon", 2, "cnv_1");

        for (String question : List.of("tea", "When did Ada drink tea yesterday?", "tea ".repeat(1_000), "?")) {
            assertThat(search(question, 0))
                    .isNotEmpty()
                    .allSatisfy(hit -> assertThat(hit.score()).isBetween(0.0, 1.0));
        }
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

    private void said(String id, String text, int minute, String thread) {
        index().put(new Entry(new MemoryId(id), MIRA, MemoryTier.STM, text, at(0), 0.5, said(minute), thread));
    }

    private static Instant said(int minute) {
        return NOW.minusSeconds(86_400 - 60L * minute);
    }

    private void saidOn(String id, String text, String day) {
        Instant noon = Instant.parse(day + "T12:00:00Z");
        index().put(new Entry(new MemoryId(id), MIRA, MemoryTier.STM, text, at(0), 0.5, noon, null));
    }

    private static Entry entry(String id, String text) {
        return new Entry(new MemoryId(id), MIRA, MemoryTier.ITM, text, at(0), 0.5, NOW, null);
    }

    private static Entry entry(String id, MemoryTier tier, double importance, Instant occurredAt) {
        return new Entry(new MemoryId(id), MIRA, tier, "tea " + id, at(0), importance, occurredAt, null);
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(hit -> hit.id().value()).toList();
    }
}
