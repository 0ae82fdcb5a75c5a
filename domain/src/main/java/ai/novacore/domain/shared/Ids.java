package ai.novacore.domain.shared;

/** The form that all generated ids share: a prefix that tells the kind, then letters and digits. */
public final class Ids {
    private static final int LONGEST_TAIL = 40;

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
        int tail = value.length() - prefix.length();
        if (tail < 1 || tail > LONGEST_TAIL || !value.startsWith(prefix)) {
            return false;
        }
        for (int i = prefix.length(); i < value.length(); i++) {
            if (!isLetterOrDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
