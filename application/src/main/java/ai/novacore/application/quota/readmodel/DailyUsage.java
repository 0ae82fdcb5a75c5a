package ai.novacore.application.quota.readmodel;

import java.time.LocalDate;

/**
 * What the settled lines of a ledger add up to on one day.
 *
 * @param day in UTC; the one on which the answers ended, which at midnight is not the one that they were charged to
 * @param turns how many lines there are
 */
public record DailyUsage(LocalDate day, long inputTokens, long outputTokens, long turns) {
    /** A day without any. */
    public static DailyUsage none(LocalDate day) {
        return new DailyUsage(day, 0, 0, 0);
    }
}
