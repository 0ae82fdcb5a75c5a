package ai.novacore.domain.quota;

import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * What one person may use on one UTC day. A new day is a new stream, so the reset at midnight happens by construction.
 * Stored as {@code quota_<user>_<yyyy-mm-dd>}.
 */
public record QuotaId(UserId user, LocalDate day) implements AggregateId {
    private static final String PREFIX = "quota_";

    /** The quota that a turn started at {@code now} is charged to. */
    public static QuotaId on(UserId user, Instant now) {
        return new QuotaId(user, LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static QuotaId parse(String value) {
        int cut = value.lastIndexOf('_');
        if (!value.startsWith(PREFIX) || cut <= PREFIX.length()) {
            throw new IllegalArgumentException("not a quota id");
        }
        try {
            return new QuotaId(
                    new UserId(value.substring(PREFIX.length(), cut)), LocalDate.parse(value.substring(cut + 1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a quota id", e);
        }
    }

    @Override
    public String value() {
        return PREFIX + user.value() + "_" + day;
    }

    /** The first moment of the day. */
    public Instant startsAt() {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment of the next day. */
    public Instant resetsAt() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
