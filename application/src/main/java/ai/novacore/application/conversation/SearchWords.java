package ai.novacore.application.conversation;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes text apart into the words that it is found by, the same for what is kept and for what is asked. Case and accents
 * do not count. What was asked stands in a text when each of its words begins a word of the text, in any order: whoever
 * is still typing finds it already.
 *
 * <p>Scripts that put no spaces between words are taken apart into pairs of neighbouring characters, so that any piece of
 * a sentence is found. A symbol, such as an emoji, is a word of its own; punctuation is none.
 */
public final class SearchWords {
    /** What is longer counts by its beginning. */
    static final int LONGEST_WORD = 24;

    /** Of a long text the words count up to here: as many as a PostgreSQL tsvector holds at their longest. */
    static final int MOST_KEPT = 8_000;

    private static final int MOST_ASKED = 16;

    private static final Set<Character.UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.BOPOMOFO,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR,
            Character.UnicodeScript.TIBETAN);

    /** Marks on Latin, Greek and Cyrillic letters. In other scripts marks are part of the word. */
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    private final Set<String> words = new LinkedHashSet<>();
    private final StringBuilder word = new StringBuilder();
    private final boolean asked;
    private boolean withoutSpaces;

    private SearchWords(boolean asked) {
        this.asked = asked;
    }

    /** The words of a text that is kept; each at most {@value #LONGEST_WORD} characters long. */
    public static Set<String> of(String text) {
        return new SearchWords(false)
                .apart(text).stream().limit(MOST_KEPT).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words that are asked for, the first {@value #MOST_ASKED}; none when only punctuation was asked for. */
    public static List<String> askedIn(String question) {
        return new SearchWords(true).apart(question).stream().limit(MOST_ASKED).toList();
    }

    private Set<String> apart(String text) {
        folded(text).codePoints().forEach(this::take);
        end();
        return words;
    }

    private static String folded(String text) {
        String lower = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String plain = ACCENTS.matcher(Normalizer.normalize(lower, Form.NFKD)).replaceAll("");
        return Normalizer.normalize(plain, Form.NFC)
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    private void take(int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        if (!Character.isLetterOrDigit(c) && !mark) {
            end();
            if (type == Character.OTHER_SYMBOL) {
                words.add(Character.toString(c));
            }
            return;
        }
        boolean spaceless = mark ? withoutSpaces : WITHOUT_SPACES.contains(Character.UnicodeScript.of(c));
        if (spaceless != withoutSpaces) {
            end();
            withoutSpaces = spaceless;
        }
        word.appendCodePoint(c);
    }

    private void end() {
        if (word.isEmpty()) {
            return;
        }
        int[] points = word.codePoints().toArray();
        word.setLength(0);
        if (!withoutSpaces) {
            words.add(new String(points, 0, Math.min(points.length, LONGEST_WORD)));
            return;
        }
        for (int i = 0; i + 1 < points.length; i++) {
            words.add(new String(points, i, 2));
        }
        if (!asked || points.length == 1) {
            words.add(new String(points, points.length - 1, 1));
        }
    }
}
