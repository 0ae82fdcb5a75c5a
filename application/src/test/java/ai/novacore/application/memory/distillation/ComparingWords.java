package ai.novacore.application.memory.distillation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparingWords {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Likes tea.|likes tea",
                "The member likes the tea|Member likes tea!",
                "Likes tea very   much|likes tea much",
                "“Likes tea”|(likes) tea",
                "Mag Käse|mag käse",
                "Mag Ka\u0308se|Mag K\u00e4se",
                "Has 2 cats.|has 2 cats"
            })
    void seesWhatMakesNoDifference(String one, String other) {
        assertThat(SameWords.of(one)).isEqualTo(SameWords.of(other));
        assertThat(SameWords.of(one).key()).isEqualTo(SameWords.of(other).key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "likes tea|does not like tea",
                "likes tea|likes no tea",
                "likes tea|never likes tea",
                "can fly|can't fly",
                "mag Tee|mag keinen Tee",
                "has 2 cats|has 3 cats",
                "weighs 1.5 kg|weighs 15 kg",
                "is -5 degrees|is 5 degrees",
                "Ada loves Ben|Ben loves Ada",
                "writes C++|writes C",
                "likes tea|likes tea?",
                "likes tea|likes green tea",
                "paid $5|paid 5",
                "likes 茶|likes 水"
            })
    void seesWhatMakesOne(String one, String other) {
        assertThat(SameWords.of(one)).isNotEqualTo(SameWords.of(other));
        assertThat(SameWords.of(one).key()).isNotEqualTo(SameWords.of(other).key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"' '", "...", "the", "\"!\""})
    void seesWhatSaysNothing(String text) {
        assertThat(SameWords.of(text).isEmpty()).isTrue();
    }
}
