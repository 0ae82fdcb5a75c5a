package ai.novacore.application.policy;

import java.text.Normalizer;

/**
 * What of a text is compared: compatible forms are one (NFKD), accents, joiners, tags and whatever else nobody sees are
 * gone, letters are small, and everything between words is a gap. Works on each character by itself, so that a text can
 * be read in pieces: what NFKC takes for equal is equal here, and so are an accented letter and the plain one.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">Unicode normalization forms</a>
 */
final class Folding {
    /** Stands for whatever is between words. */
    static final char GAP = ' ';

    /** The folded form of all characters of the basic plane that came up so far; looked up much faster than made. */
    private static final String[] KNOWN = new String[Character.MAX_VALUE + 1];

    private Folding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        text.codePoints().forEach(codePoint -> folded.append(fold(codePoint)));
        return folded.toString();
    }

    /** What one character counts as: nothing, a letter or several, gaps. */
    static String fold(int codePoint) {
        if (codePoint >= KNOWN.length) {
            return make(codePoint);
        }
        // Two threads may make the same one at the same time, which harms nobody.
        String known = KNOWN[codePoint];
        if (known == null) {
            known = make(codePoint);
            KNOWN[codePoint] = known;
        }
        return known;
    }

    private static String make(int codePoint) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> !isUnseen(part))
                // By way of the capital, which is one where small forms are several, as of the Greek sigma.
                .map(part -> isOfAWord(part) ? Character.toLowerCase(Character.toUpperCase(part)) : GAP)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean isOfAWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            // The fillers of Hangul, which are letters by name.
            default -> codePoint == 0x115F || codePoint == 0x1160;
        };
    }
}
