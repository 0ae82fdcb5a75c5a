package ai.novacore.application.policy;

import org.jspecify.annotations.Nullable;

/**
 * Gathers text until there is enough of it for a model to judge: some {@value #ENOUGH} characters, to the end of a
 * sentence or a line where there is one. Where it cuts does not depend on the pieces that the text comes in.
 */
final class Segments {
    static final int ENOUGH = 400;
    static final int AT_MOST = 2 * ENOUGH;

    private final StringBuilder gathered = new StringBuilder();

    /** @return the segment that this character completes; absent when it completes none */
    @Nullable String add(char next) {
        gathered.append(next);
        int length = gathered.length();
        boolean full = length >= AT_MOST && !Character.isHighSurrogate(next);
        return full || (length >= ENOUGH && endsSentence(next)) ? rest() : null;
    }

    /** What is left, which may be nothing. */
    String rest() {
        String segment = gathered.toString();
        gathered.setLength(0);
        return segment;
    }

    /** A full stop alone may stand in a number; with white space behind it, it ends something. */
    private boolean endsSentence(char last) {
        if (last == '\n' || "。！？".indexOf(last) >= 0) {
            return true;
        }
        return Character.isWhitespace(last) && ".!?:;".indexOf(gathered.charAt(gathered.length() - 2)) >= 0;
    }
}
