package ai.novacore.adapters.persistence.quota;

import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.port.out.UsageLedgerStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The quota's part of the persistence. */
@Configuration(proxyBeanMethods = false)
public class QuotaPersistence {

    @Bean
    QuotaUsageStore quotaUsageStore(QuotaUsageRows days, QuotaReservationRows reservations, QuotaWarningRows warnings) {
        return new JpaQuotaUsageStore(days, reservations, warnings);
    }

    @Bean
    UsageLedgerStore usageLedgerStore(LedgerRows rows) {
        return new JpaUsageLedgerStore(rows);
    }
}
