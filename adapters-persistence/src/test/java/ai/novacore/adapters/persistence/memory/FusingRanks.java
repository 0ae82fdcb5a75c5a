package ai.novacore.adapters.persistence.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.novacore.adapters.persistence.memory.RankFusion.Candidate;
import ai.novacore.application.memory.port.out.MemoryIndex.Hit;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusingRanks {

    @Test
    void givesOneToThePerfectFit() {
        List<Hit> hits = RankFusion.fuse(List.of(candidate("a", 1)), List.of(candidate("a", 1)), 5);

        assertThat(hits).singleElement().extracting(Hit::score).isEqualTo(1.0);
    }

    @Test
    void addsWhatBothListsGive() {
        List<Hit> hits =
                RankFusion.fuse(List.of(candidate("a", 0.1), candidate("b", 0.6)), List.of(candidate("b", 0.6)), 5);

        assertThat(hits).extracting(hit -> hit.id().value()).containsExactly("mem_b", "mem_a");
        assertThat(hits.getFirst().score()).isCloseTo(((61.0 / 62 + 1) / 2 + 0.6) / 2, within(1e-9));
        assertThat(hits.getLast().score()).isCloseTo((0.5 + 0.1) / 2, within(1e-9));
    }

    @Test
    void countsAnOppositeMeaningAsNone() {
        List<Hit> hits = RankFusion.fuse(List.of(candidate("a", -0.8)), List.of(), 5);

        assertThat(hits).singleElement().extracting(Hit::score).isEqualTo(0.25);
    }

    @Test
    void keepsToTheLimit() {
        List<Hit> hits =
                RankFusion.fuse(List.of(candidate("a", 0.3), candidate("b", 0.2)), List.of(candidate("c", 0.9)), 2);

        assertThat(hits).extracting(hit -> hit.id().value()).containsExactly("mem_c", "mem_a");
    }

    private static Candidate candidate(String id, double cosine) {
        return new Candidate(new MemoryId("mem_" + id), MemoryTier.ITM, cosine);
    }
}
