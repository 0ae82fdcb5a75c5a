package ai.novacore.application.quota.port.in;

import ai.novacore.application.quota.readmodel.DailyUsage;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what was used and what is left. */
public interface UsageQuery {

    /**
     * One resource in numbers.
     *
     * @param used used up for good
     * @param reserved set aside by turns that are being answered
     * @param remaining what nobody has a claim on; never negative
     */
    record Resource(long limit, long used, long reserved, long remaining) {
        public static Resource of(long limit, long used, long reserved) {
            return new Resource(limit, used, reserved, Math.max(0, limit - used - reserved));
        }
    }

    /**
     * What a person has today.
     *
     * @param resources {@code tokens}, {@code messages} and {@code memories}
     * @param warnings what they were told about it, oldest first
     */
    record QuotaView(
            Tier tier, Instant periodStart, Instant resetsAt, Map<String, Resource> resources, List<Warning> warnings) {
        public QuotaView {
            warnings = List.copyOf(warnings);
        }
    }

    QuotaView quota(UserId user);

    /** The person's ledger, newest first; {@code from} inclusive, {@code to} exclusive. */
    Page<LedgerEntry> ledger(UserId user, @Nullable Instant from, @Nullable Instant to, PageRequest page);

    /**
     * What the ledger adds up to by day, earliest first, with the days on which nothing was used.
     *
     * @param from inclusive; its day is the first, of which only the rest counts
     * @param to exclusive, and later than {@code from}
     */
    List<DailyUsage> daily(UserId user, Instant from, Instant to);
}
