package ai.novacore.domain.shared;

import java.util.regex.Pattern;

/** The form that all generated ids share: a prefix that tells the kind, then letters and digits. */
public final class Ids {
    private static final Pattern TAIL = Pattern.compile("[0-9A-Za-z]{1,40}");

    private Ids() {}

    /**
     * Checks the form of an id.
     *
     * @throws IllegalArgumentException if {@code value} is not {@code prefix} followed by 1 to 40 letters or digits
     */
    public static void require(String prefix, String value) {
        if (!isValid(prefix, value)) {
            throw new IllegalArgumentException("not an id of the form " + prefix + "…");
        }
    }

    /** Whether {@code value} has the form; for ids that come from outside. */
    public static boolean isValid(String prefix, String value) {
        return value.startsWith(prefix)
                && TAIL.matcher(value.substring(prefix.length())).matches();
    }
}
