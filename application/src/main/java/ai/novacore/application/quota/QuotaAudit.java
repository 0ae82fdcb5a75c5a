package ai.novacore.application.quota;

import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.EventLog.Recorded;
import ai.novacore.domain.quota.Quota;
import ai.novacore.domain.quota.QuotaDecider;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.quota.QuotaId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what members are shown of their quota with the fold of the events, today's and yesterday's days in rounds, a
 * bounded number at a time. A read model that is only behind is not wrong; one that has not come to an event of more than a
 * minute ago is. For one thread; the number may be read by any.
 */
public final class QuotaAudit {
    private static final Logger LOG = LoggerFactory.getLogger(QuotaAudit.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PAGE = 500;

    private final QuotaUsageStore usage;
    private final EventLog log;
    private final Clock clock;
    private final QuotaDecider decider = new QuotaDecider();
    private @Nullable QuotaId last;
    private long inThisRound;
    private long inLastRound;
    private volatile long mismatches;

    public QuotaAudit(QuotaUsageStore usage, EventLog log, Clock clock) {
        this.usage = usage;
        this.log = log;
        this.clock = clock;
    }

    /** Compares as many days as this, or as are left of the round. */
    public void compare(int most) {
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        List<QuotaId> days = usage.since(yesterday, last, most);
        for (QuotaId day : days) {
            last = day;
            if (differs(day)) {
                inThisRound++;
                LOG.warn("The quota that is shown for {} differs from its events", day.value());
            }
        }
        if (days.size() < most) {
            last = null;
            inLastRound = inThisRound;
            inThisRound = 0;
        }
        mismatches = Math.max(inLastRound, inThisRound);
    }

    /** How many days differed in the last full round, or already do in this one. */
    public long mismatches() {
        return mismatches;
    }

    /** The events are read after the read model, so that it is behind them at the most. */
    private boolean differs(QuotaId day) {
        QuotaUsage shown = usage.find(day).orElse(null);
        if (shown == null) {
            return false;
        }
        Instant mustBeThere = clock.instant().minus(PATIENCE);
        Quota state = decider.initial();
        boolean agrees = false;
        long next = 0;
        List<Recorded> page;
        do {
            page = log.stream(day, next, PAGE);
            for (Recorded recorded : page) {
                next = recorded.sequence() + 1;
                if (recorded.event() instanceof QuotaEvent event) {
                    state = decider.evolve(state, event);
                    boolean agreesNow = agree(state, shown);
                    agrees = agreesNow || (agrees && event.at().isAfter(mustBeThere));
                }
            }
        } while (page.size() == PAGE);
        return !agrees;
    }

    private static boolean agree(Quota state, QuotaUsage shown) {
        return shown.allowance().equals(state.allowance())
                && shown.usedTokens() == state.usedTokens()
                && shown.usedMessages() == state.usedMessages()
                && shown.reservedTokens() == state.reservedTokens()
                && shown.reservedMessages() == state.reservedMessages();
    }
}
