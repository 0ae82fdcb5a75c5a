package ai.novacore.adapters.persistence.quota;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.quota.QuotaUsageStoreContract;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingQuotaUsageInPostgres extends QuotaUsageStoreContract {

    @Override
    protected QuotaUsageStore store() {
        return OnPostgres.bean(QuotaUsageStore.class);
    }
}
