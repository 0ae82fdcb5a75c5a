package ai.novacore.application.memory;

import static ai.novacore.application.memory.MemoryStores.ADA;
import static ai.novacore.application.memory.MemoryStores.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.memory.port.in.MemoryQuery.Found;
import ai.novacore.application.memory.port.out.MemoryIndex.Hit;
import ai.novacore.application.memory.port.out.MemoryShelfStore.Filter;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.model.HashingEmbedder;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.RejectionKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchingMemories {
    private final MemoryStores stores = new MemoryStores();
    private final HashingEmbedder embedder = new HashingEmbedder();
    private final MemoryReader reader = new MemoryReader(stores.shelf, stores.index, embedder, new ManualClock());

    @Test
    void findsByWordsAndMeaningInTheOrderOfTheIndex() {
        MemoryItem second = stores.add("mem_b", ADA, true);
        MemoryItem first = stores.add("mem_a", ADA, true);
        hit("mem_a", 0.9);
        hit("mem_b", 0.4);

        assertThat(reader.search(ADA, "tea", MemoryTier.ITM, 7))
                .containsExactly(new Found(first, 0.9), new Found(second, 0.4));
        assertThat(stores.queries).singleElement().satisfies(query -> {
            assertThat(query.owner()).isEqualTo(ADA);
            assertThat(query.text()).isEqualTo("tea");
            assertThat(query.tier()).isEqualTo(MemoryTier.ITM);
            assertThat(query.limit()).isEqualTo(7);
            assertThat(query.now()).isEqualTo(ManualClock.NOON);
            assertThat(query.embedding().model()).isEqualTo(embedder.model());
            assertThat(query.embedding().vector())
                    .isEqualTo(embedder.embed(List.of("tea")).getFirst());
        });
    }

    @Test
    void leavesOutWhatIsSomebodyElsesForgottenOrGone() {
        stores.add("mem_bobs", BOB, true);
        stores.add("mem_forgotten", ADA, false);
        MemoryItem mine = stores.add("mem_mine", ADA, true);
        hit("mem_bobs", 0.9);
        hit("mem_forgotten", 0.8);
        hit("mem_gone", 0.7);
        hit("mem_mine", 0.6);

        assertThat(reader.search(ADA, "tea", null, 10)).containsExactly(new Found(mine, 0.6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t"})
    void needsSomethingToLookFor(String text) {
        assertThatThrownBy(() -> reader.search(ADA, text, null, 10))
                .isInstanceOfSatisfying(DomainRejection.class, rejection -> {
                    assertThat(rejection.kind()).isEqualTo(RejectionKind.INVALID);
                    assertThat(rejection.code()).isEqualTo("invalid_request");
                });
        assertThat(stores.queries).isEmpty();
    }

    @Test
    void showsAPersonTheirOwnMemoriesOnly() {
        MemoryItem mine = stores.add("mem_mine", ADA, true);
        stores.add("mem_forgotten", ADA, false);
        stores.add("mem_bobs", BOB, true);

        assertThat(reader.get(ADA, mine.id())).isEqualTo(mine);
        assertNotFound("mem_forgotten");
        assertNotFound("mem_bobs");
        assertNotFound("mem_unknown");
    }

    @Test
    void listsAndCountsThem() {
        MemoryItem mine = stores.add("mem_mine", ADA, true);
        stores.counts = Map.of(MemoryTier.STM, 0L, MemoryTier.ITM, 1L, MemoryTier.LTM, 0L);

        assertThat(reader.list(ADA, Filter.ACTIVE, PageRequest.first(10)).items())
                .containsExactly(mine);
        assertThat(reader.list(ADA, new Filter(MemoryTier.LTM, null, Status.ACTIVE), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(reader.list(ADA, new Filter(null, MemoryKind.NOTE, Status.ACTIVE), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(reader.stats(ADA)).isEqualTo(stores.counts);
    }

    private void hit(String id, double score) {
        stores.hits.add(new Hit(new MemoryId(id), MemoryTier.ITM, score));
    }

    private void assertNotFound(String id) {
        assertThatThrownBy(() -> reader.get(ADA, new MemoryId(id)))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("not_found"));
    }
}
