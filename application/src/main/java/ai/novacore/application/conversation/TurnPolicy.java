package ai.novacore.application.conversation;

import ai.novacore.application.conversation.TurnLedger.Entry;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.JudgeTextUseCase;
import ai.novacore.application.policy.port.in.KeepDecisionUseCase;
import ai.novacore.application.policy.port.in.KeepDecisionUseCase.About;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;

/** Where a turn meets the policy: before the model sees the question, and before anybody sees the answer. */
public final class TurnPolicy {
    private final JudgeTextUseCase judge;
    private final KeepDecisionUseCase decisions;

    public TurnPolicy(JudgeTextUseCase judge, KeepDecisionUseCase decisions) {
        this.judge = judge;
        this.decisions = decisions;
    }

    /**
     * Judges a question.
     *
     * @throws PolicyBlocked when it must not be asked; that was kept
     */
    Verdict admit(Question question) {
        Verdict verdict = judge.prompt(question.message());
        if (verdict.isBlocked()) {
            decisions.keep(new About(Direction.PROMPT, question.user(), question.conversation(), null), verdict);
            throw new PolicyBlocked(verdict);
        }
        return verdict;
    }

    /** Keeps what was decided about the question of a turn, with the transaction that begins it. */
    void admitted(Entry entry, Verdict verdict) {
        decisions.keep(about(Direction.PROMPT, entry), verdict);
    }

    AnswerScreen screen() {
        return judge.answer();
    }

    /** Keeps what was decided about an answer, with the transaction that ends its turn. */
    void judged(Entry entry, Verdict verdict) {
        decisions.keep(about(Direction.ANSWER, entry), verdict);
    }

    private static About about(Direction direction, Entry entry) {
        return new About(direction, entry.owner(), entry.conversation(), entry.turn());
    }
}
