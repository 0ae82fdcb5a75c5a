package ai.novacore.application.shared;

/**
 * What of a text can be seen. Characters that nobody sees can carry words that only a model reads, so they are left out:
 * controls, tags, zero-width spaces, turns of direction, private use and supplementary variation selectors. Lines and tabs
 * stay, and the joiners, because scripts and emoji are written with them.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">Unicode security considerations</a>
 */
public final class VisibleText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_SUPPLEMENTARY_SELECTOR = 0xE0100;
    private static final int LAST_SUPPLEMENTARY_SELECTOR = 0xE01EF;

    private VisibleText() {}

    /** The text with everything else left out; every end of a line is a line feed. */
    public static String of(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(VisibleText::isSeen)
                .forEach(seen::appendCodePoint);
        return seen.toString();
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
