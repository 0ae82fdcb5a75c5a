package ai.novacore.application.reflection;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text without what people cannot see, which is where instructions for models are hidden. */
final class CleanText {
    /** Tag characters mirror ASCII invisibly; nobody writes them by accident outside of flags. */
    private static final Pattern TAGS = Pattern.compile("[\\x{E0000}-\\x{E007F}]");

    /** Controls, formats, private use and unassigned; but joiners, which some scripts and emoji need. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\s\\x{200C}\\x{200D}]]");

    private static final Pattern SPACES = Pattern.compile("(?U)\\s+");

    private CleanText() {}

    static boolean hides(String text) {
        return TAGS.matcher(text).find();
    }

    /** What can be seen, on one line. */
    static String of(String text) {
        return SPACES.matcher(visible(text)).replaceAll(" ").strip();
    }

    /** What can be seen, with its lines. */
    static String visible(String text) {
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
    }
}
