package ai.novacore.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RememberingEndedTurns {

    @Test
    void isTheSetOfWhatWasAddedInItsOrder() {
        Random random = new Random(7);
        Set<Integer> expected = new LinkedHashSet<>();
        GrowingSet<Integer> set = GrowingSet.of(List.of());
        for (int i = 0; i < 1_000; i++) {
            int element = random.nextInt(700);
            GrowingSet<Integer> before = set;
            int size = before.size();
            set = set.with(element);
            expected.add(element);

            assertThat(before).hasSize(size);
            assertThat(set.contains(element)).isTrue();
            assertThat(set.size()).isEqualTo(expected.size());
        }
        assertThat(set).containsExactlyElementsOf(expected).isEqualTo(expected);
        assertThat(GrowingSet.of(set)).isSameAs(set);
    }

    @Test
    void cannotBeChanged() {
        GrowingSet<Integer> set = GrowingSet.of(List.of(1));
        assertThatThrownBy(() -> set.add(2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> set.remove(1)).isInstanceOf(UnsupportedOperationException.class);
    }
}
