package ai.novacore.application.policy;

import static ai.novacore.application.policy.ExamplePolicy.CATS;
import static ai.novacore.application.policy.ExamplePolicy.DOGS;
import static ai.novacore.application.policy.ExamplePolicy.block;
import static ai.novacore.application.policy.ExamplePolicy.flag;
import static ai.novacore.application.policy.ExamplePolicy.notBefore;
import static ai.novacore.application.policy.ExamplePolicy.only;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.policy.Rule.AppliesTo;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgingPrompts {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Verdict judge(String text, Rule... rules) {
        return new JudgeText(ExamplePolicy.of(rules), null, WhenJudgeFails.BLOCK, meters).prompt(text);
    }

    private Decision decide(String text, Rule... rules) {
        return judge(text, rules).decision();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a black cat",
                "BLACK CAT",
                "black\n\tcat!",
                "black-cat",
                "ｂｌａｃｋ　ｃａｔ",
                "𝐛𝐥𝐚𝐜𝐤 𝕔𝕒𝕥",
                "bla\u200bck c\u00ada\u2060t",
                "b\u0336l\u0336a\u0336c\u0336k\u0336 cat",
                "bläck cåt",
                "black c\udb40\udc61at",
                "black cat\ud800",
                "blac\u212a cat",
                "black (cat)"
            })
    void seesThroughHowAWordIsWritten(String text) {
        assertThat(decide(text, block(2, "black", "cat"))).isEqualTo(Decision.BLOCK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "black", "cat", "cat black", "black cats", "ablack cat", "black x cat", "blackcat"})
    void meetsWordsNotPartsOfWords(String text) {
        assertThat(judge(text, block(2, "black", "cat")))
                .isEqualTo(new Verdict(Decision.ALLOW, List.of(), "v1", Verdict.RULES));
    }

    @Test
    void meetsAnyOfTheWordsOfAStep() {
        Rule rule = block(2, "black|white|grey*", "cat|kitten*");

        assertThat(decide("white kittens", rule)).isEqualTo(Decision.BLOCK);
        assertThat(decide("greyish cat", rule)).isEqualTo(Decision.BLOCK);
        assertThat(decide("grey cats", rule)).isEqualTo(Decision.ALLOW);
    }

    @Test
    void looksNoFurtherThanItsWindow() {
        Rule rule = block(4, "black", "cat");

        assertThat(decide("black a b cat", rule)).isEqualTo(Decision.BLOCK);
        assertThat(decide("black a b c cat", rule)).isEqualTo(Decision.ALLOW);
        assertThat(decide("black black a b cat", rule)).isEqualTo(Decision.BLOCK);
    }

    @Test
    void keepsTheOrderOfManySteps() {
        Rule rule = block(6, "one", "two", "three");

        assertThat(decide("one x two x three", rule)).isEqualTo(Decision.BLOCK);
        assertThat(decide("one two one x x three", rule)).isEqualTo(Decision.BLOCK);
        assertThat(decide("two one three", rule)).isEqualTo(Decision.ALLOW);
        assertThat(decide("one two x x x one three", rule)).isEqualTo(Decision.ALLOW);
    }

    @Test
    void needsAWordForEachStep() {
        Rule rule = block(3, "cat*", "cats|cat");

        assertThat(decide("cats", rule)).isEqualTo(Decision.ALLOW);
        assertThat(decide("cat x cats", rule)).isEqualTo(Decision.BLOCK);
    }

    @Test
    void letsPassWhatTheNextWordMakesHarmless() {
        Rule rule = notBefore(block(2, "black", "cat"), "food", "litter*");

        assertThat(decide("black cat", rule)).isEqualTo(Decision.BLOCK);
        assertThat(decide("a black cat sleeps", rule)).isEqualTo(Decision.BLOCK);
        assertThat(decide("black cat food", rule)).isEqualTo(Decision.ALLOW);
        assertThat(decide("black cat, littering", rule)).isEqualTo(Decision.ALLOW);
        assertThat(decide("black cat food and a black cat", rule)).isEqualTo(Decision.BLOCK);
        assertThat(decide("black cat and food", rule)).isEqualTo(Decision.BLOCK);
    }

    @Test
    void namesTheStrongestFirst() {
        Verdict verdict = judge("dog cat", block(1, "cat"), flag(1, "dog"));

        assertThat(verdict).isEqualTo(new Verdict(Decision.BLOCK, List.of(CATS, DOGS), "v1", Verdict.RULES));
        assertThat(judge("dog dog", flag(1, "dog")))
                .isEqualTo(new Verdict(Decision.FLAG, List.of(DOGS), "v1", Verdict.RULES));
    }

    @Test
    void goesByTheRulesForPromptsOnly() {
        Rule[] rules = {only(AppliesTo.ANSWER, block(1, "cat")), only(AppliesTo.PROMPT, flag(1, "cat"))};

        assertThat(decide("cat", rules)).isEqualTo(Decision.FLAG);
        assertThat(new JudgeText(ExamplePolicy.of(rules), null, WhenJudgeFails.BLOCK, meters)
                        .text("cat")
                        .decision())
                .isEqualTo(Decision.BLOCK);
    }

    /** Would not end in a lifetime if its time grew with the square of the text. */
    @Test
    void readsAnyTextInOneGo() {
        Rule rule = block(40, "a", "b", "c|dog*", "e");

        assertThat(decide("a b c ".repeat(1_000_000), rule)).isEqualTo(Decision.ALLOW);
        assertThat(decide("d".repeat(5_000_000), rule)).isEqualTo(Decision.ALLOW);
        assertThat(decide("\u0301".repeat(5_000_000) + "a b c e", rule)).isEqualTo(Decision.BLOCK);
    }

    @Test
    void countsWhatItDecides() {
        judge("a cat", block(1, "cat"));
        judge("a dog", block(1, "cat"));

        assertThat(meters.get("policy.decisions")
                        .tags("direction", "prompt", "decision", "block", "judge", "rules")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("policy.decisions")
                        .tags("direction", "prompt", "decision", "allow", "judge", "rules")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
