package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.problem.Refused;
import java.util.regex.Pattern;

/** The keys by which clients know their questions again. */
final class IdempotencyKeys {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private IdempotencyKeys() {}

    /**
     * The key itself.
     *
     * @throws Refused when it is none
     */
    static String valid(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Refused.field(HEADER, "must be 1 to 255 visible ASCII characters");
        }
        return key;
    }
}
