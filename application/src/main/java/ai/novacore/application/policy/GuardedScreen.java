package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.AnswerScreen;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.policy.port.in.Verdict;
import org.jspecify.annotations.Nullable;

/** Screens an answer by rules first and then, a few sentences at a time, by the guard model. */
final class GuardedScreen implements AnswerScreen {
    private final AnswerScreen rules;
    private final Guard guard;
    private final Segments segments = new Segments();
    private @Nullable Verdict guarded;
    private boolean over;

    GuardedScreen(AnswerScreen rules, Guard guard) {
        this.rules = rules;
        this.guard = guard;
    }

    /** Goes on by single characters, so that what rules and model have seen is the same however the text is cut. */
    @Override
    public String add(String piece) {
        requireOpen();
        StringBuilder released = new StringBuilder();
        for (int i = 0; i < piece.length(); i++) {
            pass(piece.substring(i, i + 1), released);
        }
        return released.toString();
    }

    @Override
    public String end() {
        requireOpen();
        StringBuilder released = new StringBuilder();
        String rest;
        try {
            rest = rules.end();
        } catch (PolicyBlocked blocked) {
            gather(blocked.before(), released);
            throw stop(released);
        }
        gather(rest, released);
        judge(segments.rest(), released);
        return released.toString();
    }

    @Override
    public Verdict verdict() {
        return guarded == null ? rules.verdict() : rules.verdict().and(guarded);
    }

    private void pass(String piece, StringBuilder released) {
        String passed;
        try {
            passed = rules.add(piece);
        } catch (PolicyBlocked blocked) {
            gather(blocked.before(), released);
            throw stop(released);
        }
        gather(passed, released);
    }

    private void gather(String text, StringBuilder released) {
        for (int i = 0; i < text.length(); i++) {
            String segment = segments.add(text.charAt(i));
            if (segment != null) {
                judge(segment, released);
            }
        }
    }

    private void judge(String segment, StringBuilder released) {
        if (!segment.isBlank()) {
            Verdict verdict = guard.judge(segment);
            guarded = guarded == null ? verdict : guarded.and(verdict);
            if (verdict.isBlocked()) {
                throw stop(released);
            }
        }
        released.append(segment);
    }

    private PolicyBlocked stop(StringBuilder released) {
        over = true;
        return new PolicyBlocked(verdict(), released.toString());
    }

    private void requireOpen() {
        if (over) {
            throw new PolicyBlocked(verdict());
        }
    }
}
