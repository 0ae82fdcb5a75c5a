package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.policy.port.in.Verdict;
import java.util.List;

/**
 * What came of screening an answer.
 *
 * @param shown all text that could be shown
 */
record Screening(String shown, Verdict verdict) {

    /** Screens pieces to their end or to what is blocked. */
    static Screening of(AnswerScreen screen, List<String> pieces) {
        StringBuilder shown = new StringBuilder();
        try {
            for (String piece : pieces) {
                shown.append(screen.add(piece));
            }
            shown.append(screen.end());
            return new Screening(shown.toString(), screen.verdict());
        } catch (PolicyBlocked blocked) {
            return new Screening(shown.append(blocked.before()).toString(), blocked.verdict());
        }
    }
}
