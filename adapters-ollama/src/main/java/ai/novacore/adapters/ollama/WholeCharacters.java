package ai.novacore.adapters.ollama;

/**
 * Keeps characters whole that take two {@code char}s: the first half waits for the piece with the second one. A half
 * that stays alone becomes U+FFFD.
 */
final class WholeCharacters {
    private static final char REPLACEMENT = '\uFFFD';

    private String begun = "";

    /** What is whole now; may be empty. */
    String add(String piece) {
        String text = begun + piece;
        boolean open = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        int end = open ? text.length() - 1 : text.length();
        begun = text.substring(end);
        return replaced(text.substring(0, end));
    }

    /** What is left when nothing more comes. */
    String end() {
        String left = replaced(begun);
        begun = "";
        return left;
    }

    /** The beginning that has at most so many {@code char}s. */
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean cutsInHalf = most > 0
                && Character.isHighSurrogate(text.charAt(most - 1))
                && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, cutsInHalf ? most - 1 : most);
    }

    private static String replaced(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point ->
                        whole.appendCodePoint(Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point));
        return whole.toString();
    }
}
