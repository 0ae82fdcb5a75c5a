package ai.novacore.adapters.web.history;

import ai.novacore.domain.shared.PersonalText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small parts of sentences. */
public final class Words {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    static String length(PersonalText text) {
        return count(text.value().codePointCount(0, text.value().length()), "character");
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Words::name).collect(Collectors.joining(", "));
    }

    public static String at(Instant moment) {
        return MINUTE.format(moment);
    }

    /** A code in words, such as {@code node_lost}. */
    static String code(String code) {
        return code.replace('_', ' ');
    }
}
