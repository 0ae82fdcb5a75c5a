package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.EvaluateTextUseCase;
import ai.novacore.application.policy.port.in.JudgeTextUseCase;
import ai.novacore.application.policy.port.in.KeepDecisionUseCase;
import ai.novacore.application.policy.port.in.KeepDecisionUseCase.About;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Judges by all principles, for other services. */
public final class EvaluateText implements EvaluateTextUseCase {
    private final JudgeTextUseCase judge;
    private final KeepDecisionUseCase decisions;

    public EvaluateText(JudgeTextUseCase judge, KeepDecisionUseCase decisions) {
        this.judge = judge;
        this.decisions = decisions;
    }

    @Override
    public Verdict evaluate(@Nullable UserId user, String text) {
        Verdict verdict = judge.text(text);
        decisions.keep(new About(Direction.EVALUATION, user, null, null), verdict);
        return verdict;
    }
}
