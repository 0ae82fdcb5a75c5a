package ai.novacore.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeepingTheRules {

    @ParameterizedTest(name = "{0}")
    @MethodSource("ai.novacore.architecture.Rules#all")
    void theProductKeeps(String sentence, ArchRule rule) {
        rule.as(sentence).check(Product.classes());
    }

    /** A rule that nothing breaks may be one that cannot be broken: the classes in the packages "wrong" break them all. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("ai.novacore.architecture.Rules#all")
    void theWrongClassesBreak(String sentence, ArchRule rule) {
        EvaluationResult result = rule.evaluate(Product.wrongClasses());

        assertThat(result.hasViolation()).as(sentence).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ai.novacore.architecture.Rules#all")
    void eachSaysWhereItsReasonStands(String sentence, ArchRule rule) {
        assertThat(rule.getDescription()).as(sentence).matches("(?s).* see docs/adr/\\d{4}-[a-z0-9-]+\\.md");
    }
}
