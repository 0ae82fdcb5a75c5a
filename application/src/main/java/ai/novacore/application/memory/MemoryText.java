package ai.novacore.application.memory;

import ai.novacore.domain.shared.DomainRejection;

/**
 * What of a text is remembered: all that can be seen. Characters that nobody sees can carry words that only a model reads,
 * so they are left out: controls, tags, zero-width spaces, turns of direction and supplementary variation selectors. The
 * joiners stay, because scripts and emoji are written with them.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">Unicode security considerations</a>
 */
public final class MemoryText {
    /** In characters, a supplementary one counting as one. */
    public static final int MAX_LENGTH = 8_000;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_SUPPLEMENTARY_SELECTOR = 0xE0100;
    private static final int LAST_SUPPLEMENTARY_SELECTOR = 0xE01EF;

    private MemoryText() {}

    /** Without what cannot be seen, and without white space around it; empty when nothing is left. */
    public static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(MemoryText::isSeen).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /**
     * A text that can be remembered.
     *
     * @throws DomainRejection {@code invalid_request} when it has no visible character, or too many
     */
    static String required(String text) {
        String clean = clean(text);
        if (!fits(clean)) {
            throw DomainRejection.invalid(
                    "invalid_request", "A memory has 1 to " + MAX_LENGTH + " visible characters.");
        }
        return clean;
    }

    /** Whether a text that is clean can be remembered. */
    public static boolean fits(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= 1 && length <= MAX_LENGTH;
    }

    private static boolean isSeen(int c) {
        if (c == '\n' || c == '\t' || c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> c < FIRST_SUPPLEMENTARY_SELECTOR || c > LAST_SUPPLEMENTARY_SELECTOR;
        };
    }
}
