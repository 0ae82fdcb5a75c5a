package ai.novacore.adapters.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Brings values into the form that PostgreSQL can hold, the same everywhere. */
public final class Columns {
    private static final char REPLACEMENT = '\uFFFD';

    private Columns() {}

    /**
     * The text with U+0000, which PostgreSQL cannot hold, replaced by U+FFFD. Everything else stays as it is.
     *
     * @see <a href="https://www.postgresql.org/docs/current/datatype-character.html">PostgreSQL: character types</a>
     */
    public static String text(String text) {
        return text.replace('\0', REPLACEMENT);
    }

    /** The same for text that may be absent. */
    public static @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /** The time to the microsecond, cut and not rounded, so that nothing seems to lie in the future. */
    public static Instant time(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same for a time that may be absent. */
    public static @Nullable Instant timeOrNull(@Nullable Instant time) {
        return time == null ? null : time(time);
    }

    /** The time as a parameter of JDBC, whose drivers know no {@link Instant}. */
    public static OffsetDateTime parameter(Instant time) {
        return time(time).atOffset(ZoneOffset.UTC);
    }
}
