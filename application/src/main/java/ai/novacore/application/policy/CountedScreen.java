package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import java.util.function.Supplier;

/** Counts what is decided about an answer, once: when it ends or when it is blocked. */
final class CountedScreen implements AnswerScreen {
    private final AnswerScreen screen;
    private final PolicyMetrics metrics;
    private boolean counted;

    CountedScreen(AnswerScreen screen, PolicyMetrics metrics) {
        this.screen = screen;
        this.metrics = metrics;
    }

    @Override
    public String add(String piece) {
        return watched(() -> screen.add(piece));
    }

    @Override
    public String end() {
        String rest = watched(screen::end);
        count(screen.verdict());
        return rest;
    }

    @Override
    public Verdict verdict() {
        return screen.verdict();
    }

    private String watched(Supplier<String> work) {
        try {
            return work.get();
        } catch (PolicyBlocked blocked) {
            count(blocked.verdict());
            throw blocked;
        }
    }

    private void count(Verdict verdict) {
        if (!counted) {
            counted = true;
            metrics.decided(Direction.ANSWER, verdict);
        }
    }
}
