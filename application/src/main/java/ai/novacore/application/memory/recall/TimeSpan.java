package ai.novacore.application.memory.recall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A time that a question names. Days are those of UTC. */
sealed interface TimeSpan {
    /** What counts for memories from a while afterwards: people tell later what they did. */
    double TOLD_LATER = 0.5;

    /** How well a memory fits, from 0 for one of another time to 1 for one of this time. */
    double fit(Instant occurredAt);

    /**
     * From one day until before another.
     */
    record Days(LocalDate from, LocalDate until) implements TimeSpan {
        private static final Duration LATER_AT_LEAST = Duration.ofDays(2);
        private static final Duration LATER_AT_MOST = Duration.ofDays(31);

        static Days of(LocalDate day) {
            return new Days(day, day.plusDays(1));
        }

        @Override
        public double fit(Instant occurredAt) {
            Instant start = from.atStartOfDay().toInstant(ZoneOffset.UTC);
            Instant end = until.atStartOfDay().toInstant(ZoneOffset.UTC);
            if (occurredAt.isBefore(start)) {
                return 0;
            }
            return occurredAt.isBefore(end) ? 1 : occurredAt.isBefore(end.plus(later(start, end))) ? TOLD_LATER : 0;
        }

        private static Duration later(Instant start, Instant end) {
            Duration length = Duration.between(start, end);
            return length.compareTo(LATER_AT_LEAST) < 0
                    ? LATER_AT_LEAST
                    : length.compareTo(LATER_AT_MOST) > 0 ? LATER_AT_MOST : length;
        }
    }

    /** A month, or a day of it, of any year. */
    record EveryYear(Month month, @Nullable Integer day) implements TimeSpan {
        @Override
        public double fit(Instant occurredAt) {
            LocalDate date = LocalDate.ofInstant(occurredAt, ZoneOffset.UTC);
            if (date.getMonth() == month && (day == null || date.getDayOfMonth() == day)) {
                return 1;
            }
            boolean later = day == null
                    ? date.getMonth() == month.plus(1)
                    : date.getMonth() == month && date.getDayOfMonth() > day && date.getDayOfMonth() <= day + 2;
            return later ? TOLD_LATER : 0;
        }
    }
}
