package ai.novacore.application.memory;

import ai.novacore.application.shared.VisibleText;
import ai.novacore.domain.shared.DomainRejection;

/** What of a text is remembered: all that can be seen, up to a bound. */
public final class MemoryText {
    /** In characters, a supplementary one counting as one. */
    public static final int MAX_LENGTH = 8_000;

    private MemoryText() {}

    /** Without what cannot be seen, and without white space around it; empty when nothing is left. */
    public static String clean(String text) {
        return VisibleText.of(text).strip();
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
}
