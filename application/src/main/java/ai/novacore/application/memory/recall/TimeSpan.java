package ai.novacore.application.memory.recall;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/** A time that a question names. Days are those of UTC. */
sealed interface TimeSpan {
    /** What counts for memories from a while afterwards: people tell later what they did. */
    double TOLD_LATER = 0.5;

    /** In seconds. */
    long DAY = 86_400;

    /** How well a memory of some second since the epoch fits, from 0 for one of another time to 1 for one of this time. */
    double fit(long second);

    /**
     * From one second until before another, and somewhat later; all since the epoch.
     */
    record Days(long from, long until, long later) implements TimeSpan {
        private static final long LATER_AT_LEAST = 2 * DAY;
        private static final long LATER_AT_MOST = 31 * DAY;

        static Days of(LocalDate day) {
            return of(day, day.plusDays(1));
        }

        /** @param until the first day that does not belong to it */
        static Days of(LocalDate from, LocalDate until) {
            long start = from.toEpochDay() * DAY;
            long end = until.toEpochDay() * DAY;
            return new Days(start, end, end + Math.clamp(end - start, LATER_AT_LEAST, LATER_AT_MOST));
        }

        @Override
        public double fit(long second) {
            if (second < from || second >= later) {
                return 0;
            }
            return second < until ? 1 : TOLD_LATER;
        }
    }

    /** A month, or a day of it, of any year. */
    record EveryYear(Month month, @Nullable Integer day) implements TimeSpan {
        @Override
        public double fit(long second) {
            LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, DAY));
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
