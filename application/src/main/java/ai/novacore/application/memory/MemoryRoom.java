package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.MemoryShelfStore;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.QuotaRefusals;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;

/** How many memories somebody may have, and how many more than they have. */
public final class MemoryRoom {
    private final MemoryShelfStore shelf;
    private final AccountStore accounts;
    private final TierLimits limits;
    private final QuotaRefusals refusals;

    public MemoryRoom(MemoryShelfStore shelf, AccountStore accounts, TierLimits limits, MeterRegistry meters) {
        this.shelf = shelf;
        this.accounts = accounts;
        this.limits = limits;
        this.refusals = new QuotaRefusals(meters);
    }

    /** How many a person may have, and has. */
    public record Room(long limit, long used) {
        /** Never negative, also where a smaller tier came after many memories. */
        public long left() {
            return Math.max(0, limit - used);
        }
    }

    /** As far as the shelf has followed. */
    public Room of(UserId owner) {
        Tier tier = accounts.find(owner).map(Account::tier).orElse(Tier.FREE);
        long used =
                shelf.count(owner).values().stream().mapToLong(Long::longValue).sum();
        return new Room(limits.of(tier).memories(), used);
    }

    /**
     * Makes sure that there is room for one more.
     *
     * @throws LimitReached {@code quota_exceeded}
     */
    void require(UserId owner, Instant now) {
        Room room = of(owner);
        if (room.left() == 0) {
            throw refusal(room, owner, now);
        }
    }

    /** What is said to somebody who has no room left; it is counted. */
    LimitReached refusal(Room room, UserId owner, Instant now) {
        LimitReached refusal = new LimitReached(
                "quota_exceeded",
                "memories",
                room.limit(),
                room.used(),
                QuotaId.on(owner, now).resetsAt());
        refusals.count(refusal);
        return refusal;
    }
}
