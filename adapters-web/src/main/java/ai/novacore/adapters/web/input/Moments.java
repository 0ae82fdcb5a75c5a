package ai.novacore.adapters.web.input;

import ai.novacore.adapters.web.problem.Refused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads moments in the form of ISO 8601. */
public final class Moments {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Moments() {}

    public static @Nullable Instant optional(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return checked(name, OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException notOne) {
            throw Refused.field(name, "must be a moment like 2026-01-31T12:00:00Z");
        }
    }

    /** Refuses moments outside of what any database keeps. */
    static Instant checked(String name, Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw Refused.field(name, "must be between " + EARLIEST + " and " + LATEST);
        }
        return moment;
    }
}
