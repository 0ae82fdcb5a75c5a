package ai.novacore.application.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.MemoryId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictingMemories {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I live in Bonn.|I live in Hamburg.",
                "I live in Bonn.|I moved to Hamburg last month.",
                "The member lives in Bonn.|I live in Hamburg with my wife.",
                "Ich wohne in Bonn.|Ich bin im Mai nach Kiel gezogen.",
                "Ich wohne in Bonn.|I live in Hamburg.",
                "J'habite à Lyon.|J'ai déménagé à Nice.",
                "Vivo en Sevilla.|Vivo en Madrid.",
                "I work as a nurse.|I work as a teacher.",
                "I work at Siemens.|I work for Bosch.",
                "I am 38 years old.|I am 39 years old.",
                "My favourite colour is green.|My favorite colour is blue.",
                "Meine Lieblingsfarbe ist grün.|Meine Lieblingsfarbe ist blau.",
                "I am vegetarian.|I am vegan.",
                "I am single.|I'm married.",
                "My name is Mira.|My name is Mara.",
                "I like coffee.|I don't like coffee.",
                "I like coffee.|I hate coffee.",
                "I work at Siemens.|I no longer work at Siemens.",
                "I live in Bonn.|I used to live in Bonn.",
                "My sister lives in Bonn.|My sister moved to Oslo.",
            })
    void cannotBothBeTrue(String before, String now) {
        assertThat(entry(before).isContradictedBy(Claim.of(now), false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I live in Bonn.|I work in Hamburg.",
                "I live in Bonn.|My sister moved to Hamburg.",
                "I live in Germany.|I live in Bonn.",
                "I live in Bonn.|I live in a small flat.",
                "I live in Bonn.|I want to live in Hamburg.",
                "I live in Bonn.|I used to live in Hamburg.",
                "My brother lives in Bonn.|My sister lives in Oslo.",
                "I like coffee.|I hate tea.",
                "I like coffee.|I don't like tea.",
                "My dog is called Rex.|My dog is called Luna.",
                "My brother is called Max.|My sister is called Lena.",
                "My favourite colour is green.|My favourite food is curry.",
                "I have two cats.|I have a dog.",
                "I live in Bonn.|I live in Bonn on the Rhine.",
            })
    void canBothBeTrue(String before, String now) {
        assertThat(entry(before).isContradictedBy(Claim.of(now), false)).isFalse();
    }

    @Test
    void thereMayBeTwoDogsUnlessOneIsACorrection() {
        assertThat(entry("My dog is called Rex.").isContradictedBy(Claim.of("My dog is called Luna."), true))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I live in Bonn.|The member lives in Bonn.|true",
                "I live in Bonn.|Ich wohne in Bonn.|true",
                "I have two cats.|I have 2 cats.|true",
                "I live in Bonn.|I don't live in Bonn.|false",
                "I live in Bonn.|I live in Bonn and Cologne.|false",
                "I have two cats.|I have three cats.|false",
            })
    void knowsWhatSaysTheSame(String one, String other, boolean same) {
        assertThat(Claim.of(one).saysTheSameAs(Claim.of(other))).isEqualTo(same);
    }

    private static Entry entry(String text) {
        return Entry.of(new MemoryId("mem_1"), Claim.of(text), Instant.EPOCH, List.of());
    }
}
