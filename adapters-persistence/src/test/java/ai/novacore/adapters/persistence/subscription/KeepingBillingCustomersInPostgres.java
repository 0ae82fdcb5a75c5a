package ai.novacore.adapters.persistence.subscription;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.subscription.BillingCustomersContract;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingBillingCustomersInPostgres extends BillingCustomersContract {

    @Override
    protected BillingCustomers customers() {
        return OnPostgres.bean(BillingCustomers.class);
    }
}
