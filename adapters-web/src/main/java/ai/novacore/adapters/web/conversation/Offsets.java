package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.problem.Refused;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places in answers, as clients name them. */
public final class Offsets {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private Offsets() {}

    /**
     * The place; nothing where none is given.
     *
     * @param field where it stands
     * @throws Refused when it is none
     */
    public static @Nullable Long of(String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        if (!NUMBER.matcher(given).matches()) {
            throw Refused.field(field, "must be the id of a token event, a number");
        }
        return Long.valueOf(given);
    }
}
