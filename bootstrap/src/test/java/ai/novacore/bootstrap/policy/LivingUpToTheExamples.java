package ai.novacore.bootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.novacore.application.policy.JudgeText;
import ai.novacore.application.policy.Policy;
import ai.novacore.application.policy.WhenJudgeFails;
import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;

/** The principles that come with the product do what they say. */
class LivingUpToTheExamples {
    private final Policy policy = PolicyFile.read(new ClassPathResource("policy/noble-spirit.yaml"));
    private final JudgeText judge = new JudgeText(policy, null, WhenJudgeFails.BLOCK, new SimpleMeterRegistry());

    @TestFactory
    Stream<DynamicTest> everyExampleIsDecidedAsItSays() {
        List<DynamicTest> cases = new ArrayList<>();
        for (Principle principle : policy.principles()) {
            Principle.Examples examples = principle.examples();
            assertThat(examples.allowed()).as(principle.id()).isNotEmpty();
            examples.blocked().forEach(text -> cases.add(example(principle, Decision.BLOCK, text)));
            examples.flagged().forEach(text -> cases.add(example(principle, Decision.FLAG, text)));
            examples.allowed().forEach(text -> cases.add(example(principle, Decision.ALLOW, text)));
        }
        assertThat(cases).hasSizeGreaterThan(50);
        return cases.stream();
    }

    private DynamicTest example(Principle principle, Decision decision, String text) {
        return dynamicTest(decision + ": " + text, () -> {
            Verdict verdict = judge.text(text);

            assertThat(verdict.decision()).isEqualTo(decision);
            if (decision == Decision.ALLOW) {
                assertThat(verdict.principles()).isEmpty();
            } else {
                assertThat(verdict.principles().getFirst()).isEqualTo(principle);
            }
        });
    }

    /** Nobody has to wait for a word, unless its beginning is that of a rare one. */
    @Test
    void showsOrdinaryAnswersWordByWord() {
        String answer = """
                You can kill the process with `kill -9`, or make a build first: mix the batter, combine flour and sugar, \
                then tell the children a story. Write a draft, create a file, and describe what you want to draw.""";
        AnswerScreen screen = judge.answer();

        for (String word : answer.split("(?<= )", -1)) {
            assertThat(screen.add(word)).isEqualTo(word);
        }
        assertThat(screen.end()).isEmpty();
        assertThat(screen.verdict().decision()).isEqualTo(Decision.ALLOW);
    }
}
