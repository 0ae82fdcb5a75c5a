package ai.novacore.adapters.web.quota;

import ai.novacore.adapters.web.input.Moments;
import ai.novacore.adapters.web.problem.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which days are wanted: the last {@value #USUAL_DAYS} up to today, unless the request says otherwise.
 *
 * @param from inclusive
 * @param to exclusive
 */
record DayRange(Instant from, Instant to) {
    private static final int USUAL_DAYS = 30;
    /** A quarter of a year, which a chart can still show day by day. */
    private static final int MOST_DAYS = 92;

    static DayRange of(@Nullable String from, @Nullable String to, Instant now) {
        Instant first = Moments.optional("from", from);
        Instant end = Moments.optional("to", to);
        if (end == null) {
            end = startOf(day(now).plusDays(1));
        }
        LocalDate last = day(end.minusNanos(1));
        if (first == null) {
            first = startOf(last.minusDays(USUAL_DAYS - 1L));
        }
        if (!first.isBefore(end)) {
            throw to == null
                    ? Refused.field("from", "must not be later than today")
                    : Refused.field("to", "must be after from");
        }
        if (ChronoUnit.DAYS.between(day(first), last) >= MOST_DAYS) {
            throw Refused.field("from", "must not be more than " + MOST_DAYS + " days before to");
        }
        return new DayRange(first, end);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
