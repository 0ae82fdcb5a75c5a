package ai.novacore.adapters.persistence.subscription;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.subscription.SubscriptionStoreContract;
import ai.novacore.application.subscription.port.out.SubscriptionStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingSubscriptionsInPostgres extends SubscriptionStoreContract {

    @Override
    protected SubscriptionStore store() {
        return OnPostgres.bean(SubscriptionStore.class);
    }
}
