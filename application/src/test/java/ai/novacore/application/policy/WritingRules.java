package ai.novacore.application.policy;

import static ai.novacore.application.policy.ExamplePolicy.block;
import static ai.novacore.application.policy.ExamplePolicy.notBefore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.novacore.application.policy.Rule.AppliesTo;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingRules {

    @Test
    void foldsTheirWords() {
        assertThat(block(2, "ＣÂFÉ*", "Σίσυφος").words()).containsExactly(List.of("cafe*"), List.of("σισυφοσ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "two words", "semi-detached", "ab*", "a*b", "\u200b", "x\u0000y"})
    void refusesWhatIsNotOneWord(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> block(1, word));
        assertThatIllegalArgumentException().isThrownBy(() -> notBefore(block(1, "cat"), word));
    }

    @Test
    void refusesLongWords() {
        block(1, "x".repeat(40));
        assertThatIllegalArgumentException().isThrownBy(() -> block(1, "x".repeat(41)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 41, Integer.MAX_VALUE})
    void refusesWindowsThatNothingFitsOrAllDoes(int window) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> block(window, "black", "cat"))
                .withMessageContaining("between 2, the number of steps, and 40");
    }

    @Test
    void refusesWhatSaysNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> block(1));
        assertThatIllegalArgumentException().isThrownBy(() -> block(1, "cat|Cat"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Rule("cats", Decision.ALLOW, AppliesTo.BOTH, 1, List.of(List.of("cat")), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule("cats", Decision.FLAG, AppliesTo.BOTH, 1, List.of(List.of()), List.of()));
    }

    @Test
    void refusesPoliciesThatContradictThemselves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy("v1", List.of(ExamplePolicy.DOGS), List.of(block(1, "cat"))))
                .withMessageContaining("cats");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy("v1", List.of(ExamplePolicy.DOGS, ExamplePolicy.DOGS), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(
                        "v1", List.of(new Principle("unjudged", "", "", Principle.Examples.NONE)), List.of()));
    }
}
