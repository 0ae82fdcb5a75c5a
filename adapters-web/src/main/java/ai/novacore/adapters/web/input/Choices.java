package ai.novacore.adapters.web.input;

import ai.novacore.adapters.web.problem.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names the values of enums in the HTTP contract: in lower case, except where it says otherwise. */
public final class Choices {

    private Choices() {}

    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The chosen value, in whatever case it was written; nothing when none was named. */
    public static <E extends Enum<E>> @Nullable E optional(String field, @Nullable String value, Class<E> type) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        for (E choice : type.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(value)) {
                return choice;
            }
        }
        String known =
                Arrays.stream(type.getEnumConstants()).map(Choices::lower).collect(Collectors.joining(", "));
        throw Refused.field(field, "must be one of " + known);
    }
}
