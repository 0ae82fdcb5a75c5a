package ai.novacore.adapters.web.input;

import ai.novacore.adapters.web.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Checks texts that come from outside. */
public final class Texts {
    static final String NOT_PLAIN = "must not hold control characters or broken characters";

    private Texts() {}

    /** Whether text is made of whole characters, none of them a control character. */
    static boolean isPlain(String text, boolean lines) {
        return text.codePoints().allMatch(point -> isPlain(point, lines));
    }

    private static boolean isPlain(int point, boolean lines) {
        if (Character.isISOControl(point)) {
            return lines && (point == '\n' || point == '\r' || point == '\t');
        }
        // codePoints() gives a surrogate only where its other half is missing.
        return point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE;
    }

    /** A parameter's text, or nothing when it is absent or blank. */
    public static @Nullable String optional(String name, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!isPlain(value, false)) {
            throw Refused.field(name, NOT_PLAIN);
        }
        if (value.length() > max) {
            throw Refused.field(name, "must have at most " + max + " characters");
        }
        return value;
    }

    /** A parameter's text, which must be there. */
    public static String required(String name, @Nullable String value, int max) {
        String text = optional(name, value, max);
        if (text == null) {
            throw Refused.field(name, "must not be blank");
        }
        return text;
    }
}
