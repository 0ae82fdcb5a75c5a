package ai.novacore.application.policy;

import static ai.novacore.application.policy.ExamplePolicy.CATS;
import static ai.novacore.application.policy.ExamplePolicy.DOGS;
import static ai.novacore.application.policy.ExamplePolicy.block;
import static ai.novacore.application.policy.ExamplePolicy.flag;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.GuardModel.Opinion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskingTheGuard {
    private static final String SENTENCE = "This is a sentence of the answer. ";

    private static JudgeText judge(ScriptedGuard guard, WhenJudgeFails whenItFails) {
        return new JudgeText(
                ExamplePolicy.of(block(1, "cat"), flag(1, "dog")), guard, whenItFails, new SimpleMeterRegistry());
    }

    private static Verdict verdict(Decision decision, String judge, Principle... principles) {
        return new Verdict(decision, List.of(principles), "v1", judge);
    }

    @Test
    void happensAfterTheRules() {
        ScriptedGuard guard = ScriptedGuard.saying(Decision.FLAG, "cats");
        JudgeText judge = judge(guard, WhenJudgeFails.BLOCK);

        assertThat(judge.prompt("a bird")).isEqualTo(verdict(Decision.FLAG, Verdict.GUARD, CATS));
        assertThat(judge.prompt("a dog")).isEqualTo(verdict(Decision.FLAG, Verdict.RULES, DOGS, CATS));
        assertThat(judge.prompt("a cat")).isEqualTo(verdict(Decision.BLOCK, Verdict.RULES, CATS));
        assertThat(guard.judged).containsExactly("a bird", "a dog");
    }

    @Test
    void isNamedForWhatItAllows() {
        assertThat(judge(ScriptedGuard.saying(Decision.ALLOW), WhenJudgeFails.BLOCK)
                        .prompt("a bird"))
                .isEqualTo(verdict(Decision.ALLOW, Verdict.GUARD));
    }

    @Test
    void blocksOnlyWhereThePrincipleDoes() {
        assertThat(judge(ScriptedGuard.saying(Decision.BLOCK, "dogs"), WhenJudgeFails.BLOCK)
                        .prompt("a bird"))
                .isEqualTo(verdict(Decision.FLAG, Verdict.GUARD, DOGS));
        assertThat(judge(ScriptedGuard.saying(Decision.BLOCK, "dogs", "cats"), WhenJudgeFails.BLOCK)
                        .prompt("a bird"))
                .isEqualTo(verdict(Decision.BLOCK, Verdict.GUARD, CATS, DOGS));
    }

    @Test
    void failsClosedUnlessConfiguredOtherwise() {
        Verdict closed = judge(ScriptedGuard.failing(), WhenJudgeFails.BLOCK).prompt("a bird");
        Verdict open = judge(ScriptedGuard.failing(), WhenJudgeFails.ALLOW).prompt("a dog");

        assertThat(closed.decision()).isEqualTo(Decision.BLOCK);
        assertThat(closed.judge()).isEqualTo("unjudged");
        assertThat(closed.principleIds()).containsExactly("unjudged");
        assertThat(closed.principles().getFirst().text()).contains("try again");
        assertThat(open.decision()).isEqualTo(Decision.FLAG);
        assertThat(open.principleIds()).containsExactly("dogs", "unjudged");
    }

    @Test
    void failsClosedForABugAsWell() {
        ScriptedGuard broken = new ScriptedGuard(_ -> {
            throw new IllegalStateException("secret");
        });

        assertThat(judge(broken, WhenJudgeFails.BLOCK).prompt("a bird").decision())
                .isEqualTo(Decision.BLOCK);
    }

    @Test
    void releasesAnswersAFewSentencesAtATime() {
        ScriptedGuard guard = ScriptedGuard.saying(Decision.ALLOW);
        AnswerScreen screen = judge(guard, WhenJudgeFails.BLOCK).answer();
        String segment = SENTENCE.repeat(12);

        assertThat(segment).hasSize(408);
        assertThat(screen.add(segment.substring(0, 407))).isEmpty();
        assertThat(screen.add(" And")).isEqualTo(segment);
        assertThat(screen.end()).isEqualTo("And");
        assertThat(guard.judged).containsExactly(segment, "And");
        assertThat(screen.verdict()).isEqualTo(verdict(Decision.ALLOW, Verdict.GUARD));
    }

    @Test
    void waitsForNoSentenceThatNeverEnds() {
        AnswerScreen screen = judge(ScriptedGuard.saying(Decision.ALLOW), WhenJudgeFails.BLOCK)
                .answer();

        assertThat(screen.add("x".repeat(10_000))).hasSize(9_600);
    }

    @Test
    void showsNothingThatWasNotJudged() {
        ScriptedGuard guard = new ScriptedGuard(text -> text.contains("bird")
                ? new Opinion(Decision.BLOCK, List.of("cats"))
                : new Opinion(Decision.ALLOW, List.of()));
        String harmless = SENTENCE.repeat(12);

        assertThat(Screening.of(
                        judge(guard, WhenJudgeFails.BLOCK).answer(),
                        List.of(harmless + "A dog. A bird. " + harmless + harmless)))
                .isEqualTo(new Screening(harmless, verdict(Decision.BLOCK, Verdict.GUARD, CATS, DOGS)));
        assertThat(Screening.of(
                        judge(guard, WhenJudgeFails.BLOCK).answer(), List.of(harmless + "A fish. A cat. " + harmless)))
                .isEqualTo(new Screening(harmless, verdict(Decision.BLOCK, Verdict.RULES, CATS)));
    }

    @Test
    void stopsAnAnswerThatCannotBeJudged() {
        Screening screening = Screening.of(
                judge(ScriptedGuard.failing(), WhenJudgeFails.BLOCK).answer(), List.of("A bird."));

        assertThat(screening.shown()).isEmpty();
        assertThat(screening.verdict().judge()).isEqualTo("unjudged");
        assertThat(Screening.of(
                                judge(ScriptedGuard.failing(), WhenJudgeFails.ALLOW)
                                        .answer(),
                                List.of("A bird."))
                        .shown())
                .isEqualTo("A bird.");
    }

    @Test
    void isSparedBlankText() {
        ScriptedGuard guard = ScriptedGuard.failing();

        assertThat(judge(guard, WhenJudgeFails.BLOCK).prompt(" ").decision()).isEqualTo(Decision.ALLOW);
        assertThat(Screening.of(judge(guard, WhenJudgeFails.BLOCK).answer(), List.of("\n"))
                        .shown())
                .isEqualTo("\n");
        assertThat(guard.judged).isEmpty();
    }
}
