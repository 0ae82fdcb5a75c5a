package ai.novacore.application.policy;

import ai.novacore.application.policy.Rule.AppliesTo;
import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.JudgeTextUseCase;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.GuardModel;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** Judges by rules, and by the guard model, if there is one, what the rules do not block. */
public final class JudgeText implements JudgeTextUseCase {
    private final RuleSet forPrompts;
    private final RuleSet forAnswers;
    private final RuleSet forAll;
    private final @Nullable Guard guard;
    private final PolicyMetrics metrics;

    /**
     * @param guard absent when rules alone judge
     * @param whenGuardFails what becomes of what the guard could not judge
     */
    public JudgeText(Policy policy, @Nullable GuardModel guard, WhenJudgeFails whenGuardFails, MeterRegistry registry) {
        forPrompts = RuleSet.of(policy, AppliesTo.PROMPT);
        forAnswers = RuleSet.of(policy, AppliesTo.ANSWER);
        forAll = RuleSet.of(policy, AppliesTo.BOTH);
        this.guard = guard == null ? null : new Guard(policy, guard, whenGuardFails);
        metrics = new PolicyMetrics(registry);
    }

    @Override
    public Verdict prompt(String text) {
        return metrics.decided(Direction.PROMPT, judge(forPrompts, text));
    }

    @Override
    public Verdict text(String text) {
        return metrics.decided(Direction.EVALUATION, judge(forAll, text));
    }

    @Override
    public AnswerScreen answer() {
        AnswerScreen rules = new RuleScreen(forAnswers);
        return new CountedScreen(guard == null ? rules : new GuardedScreen(rules, guard), metrics);
    }

    private Verdict judge(RuleSet rules, String text) {
        Verdict byRules = byRules(rules, text);
        return guard == null || byRules.isBlocked() || text.isBlank() ? byRules : byRules.and(guard.judge(text));
    }

    private static Verdict byRules(RuleSet rules, String text) {
        RuleScan scan = new RuleScan(rules);
        int at = 0;
        while (at < text.length() && !scan.isBlocked()) {
            int codePoint = text.codePointAt(at);
            scan.read(codePoint);
            at += Character.charCount(codePoint);
        }
        if (!scan.isBlocked()) {
            scan.end();
        }
        return scan.verdict();
    }
}
