package ai.novacore.application.reflection;

import ai.novacore.application.shared.VisibleText;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text without what people cannot see, which is where instructions for models are hidden. */
final class CleanText {
    /** Tag characters mirror ASCII invisibly; nobody writes them by accident outside of flags. */
    private static final Pattern TAGS = Pattern.compile("[\\x{E0000}-\\x{E007F}]");

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
        return VisibleText.of(Normalizer.normalize(text, Normalizer.Form.NFC));
    }
}
