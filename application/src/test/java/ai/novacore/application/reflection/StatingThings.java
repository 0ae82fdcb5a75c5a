package ai.novacore.application.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.reflection.Grounding.Grounds;
import ai.novacore.domain.shared.TurnId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim is grounded when the member stated it, and not when its words only occur. */
class StatingThings {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I live in Bonn.|I live in Bonn.",
                "hi! i live in bonn :)|The member lives in Bonn.",
                "I'm living in Bonn these days.|Lives in Bonn",
                "No, I live in Bonn.|I live in Bonn.",
                "I live in Bonn with my sister.|I live in Bonn.",
                "I have two cats.|I have 2 cats.",
                "I was born in Lima but I live in Quito.|I live in Quito.",
                "I hate tea but love coffee.|I love coffee.",
                "Ich wohne in Köln und arbeite als Ärztin.|Ich arbeite als Ärztin.",
                "Ich habe drei Katzen.|Ich habe 3 Katzen.",
                "Mein Hund heißt Rex.|Mein Hund heißt Rex.",
                "My dog is called Rex.|My dog's name is Rex.",
                "I have a horse. Her name is Luna.|My horse is called Luna.",
                "My brother moved. He lives in Oslo.|My brother lives in Oslo.",
                "I live in Bonn. No, actually in Cologne.|I live in Cologne.",
                "I don't eat meat.|I do not eat meat.",
                "I used to smoke.|I used to smoke.",
                "I am allergic to peanuts and wasps.|I am allergic to wasps.",
                "J'habite à Lyon.|J'habite à Lyon.",
                "My favourite book is \"Momo\".|My favourite book is Momo.",
                "Am 3. Mai ziehe ich nach Kiel.|Am 3. Mai ziehe ich nach Kiel.",
                "My aunt is 90. She lives in Trieste.|My aunt lives in Trieste.",
                "我住在柏林。|我住在柏林。",
                "Я живу в Казани.|Я живу в Казани.",
            })
    void grounds(String said, String claim) {
        assertThat(grounded(said, claim)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Do I live in Bonn?|I live in Bonn.",
                "What is it like to live in Bonn|I live in Bonn.",
                "If I lived in Bonn, I would cycle.|I live in Bonn.",
                "Imagine I live in Bonn.|I live in Bonn.",
                "Maybe I am allergic to cats.|I am allergic to cats.",
                "My sister lives in Bonn.|I live in Bonn.",
                "My older sister lives in Bonn.|I live in Bonn.",
                "She lives in Bonn.|I live in Bonn.",
                "My boss says I am lazy.|I am lazy.",
                "He wrote: \"I am moving to Spain now.\"|I am moving to Spain.",
                "Translate: I live in Denver.|I live in Denver.",
                "Translate this. I live in Denver.|I live in Denver.",
                "> I live in Denver|I live in Denver.",
                "```I live in Denver```|I live in Denver.",
                "I am the queen of Mars. Just kidding!|I am the queen of Mars.",
                "I live on Mars 😂|I live on Mars.",
                "I don't eat meat.|I eat meat.",
                "I eat meat.|I don't eat meat.",
                "I used to live in Bonn.|I live in Bonn.",
                "I want to live in Bonn.|I live in Bonn.",
                "I love tea.|I hate tea.",
                "I have two cats.|I have three cats.",
                "I was born in Lima. I live in Quito.|I live in Lima.",
                "I was born in Lima but I live in Quito.|I live in Lima.",
                "I live in Bonn and work in Mainz.|I work in Bonn.",
                "I live in Bonn. No, actually in Cologne.|I live in Bonn.",
                "I live in Bonn. No, actually I live in Cologne.|I live in Bonn.",
                "My dog is called Rex, sorry, my dog is called Rocky.|My dog is called Rex.",
                "My favourite colour is red. No, actually my favourite colour is blue.|My favourite colour is red.",
                "I live in Bonn.|I live in Bonn with my wife.",
                "I live in Bonn.|I live in Berlin.",
                "Wenn ich in Rom wohnen würde, hätte ich einen Roller.|Ich habe einen Roller.",
                "Ich mag keinen Kaffee.|Ich mag Kaffee.",
                "Mein Chef sagt, ich sei faul.|Ich bin faul.",
            })
    void doesNotGround(String said, String claim) {
        assertThat(grounded(said, claim)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void isNotSlowedDownByWhatNobodyWouldSay(int length) {
        for (String piece :
                List.of("a", "a ", "1.", "\"", "\"a b ", "my ", "no, ", "```", "> ", "I live in ", "x says ", "(")) {
            assertThat(grounded(piece.repeat(length / piece.length()), "I live in Bonn."))
                    .isEmpty();
        }
    }

    @Test
    void namesTheTurnsThatSaySo() {
        Optional<Grounds> grounds = Grounding.ofFact(
                Claim.of("I live in Bonn."),
                List.of(
                        said("trn_1", "I live in Bonn."),
                        said("trn_2", "Hello."),
                        said("trn_3", "Yes, I live in Bonn!")));

        assertThat(grounds)
                .hasValueSatisfying(
                        found -> assertThat(found.turns()).containsExactly(new TurnId("trn_1"), new TurnId("trn_3")));
    }

    @Test
    void drawsReflectionsFromSeveralTurns() {
        List<Said> turns = List.of(said("trn_1", "I hike in the Alps."), said("trn_2", "I swim in lakes."));

        assertThat(Grounding.ofReflection(Claim.of("I often hike and swim."), turns))
                .hasValueSatisfying(found -> assertThat(found.turns()).hasSize(2));
        assertThat(Grounding.ofReflection(Claim.of("I often hike and ski."), turns))
                .isEmpty();
        assertThat(Grounding.ofReflection(Claim.of("I often hike in the Alps."), turns))
                .isEmpty();
    }

    private static Optional<Grounds> grounded(String said, String claim) {
        return Grounding.ofFact(Claim.of(claim), List.of(said("trn_1", said)));
    }

    private static Said said(String turn, String prompt) {
        return new Said(
                new TurnId(turn), Instant.EPOCH, prompt, "", MemberWords.stated(CleanText.visible(prompt)), List.of());
    }
}
