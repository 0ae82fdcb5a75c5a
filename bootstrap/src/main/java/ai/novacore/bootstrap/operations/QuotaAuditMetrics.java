package ai.novacore.bootstrap.operations;

import ai.novacore.application.quota.QuotaAudit;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.shared.port.out.EventLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whether members are shown the quota that their events prove; each node goes round by itself. */
@Component
class QuotaAuditMetrics {
    /** A few hundred queries a minute at the most, and 12,000 members in two hours. */
    private static final int DAYS_AT_ONCE = 100;

    private final QuotaAudit audit;

    QuotaAuditMetrics(QuotaUsageStore usage, EventLog log, Clock clock, MeterRegistry registry) {
        audit = new QuotaAudit(usage, log, clock);
        Gauge.builder("quota.mismatch", audit, QuotaAudit::mismatches)
                .description("days of members, of today and yesterday, whose shown quota differs from their events")
                .register(registry);
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void compare() {
        audit.compare(DAYS_AT_ONCE);
    }
}
