package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.SubscriptionStore;

class KeepingSubscriptionsInMemory extends SubscriptionStoreContract {
    private final InMemorySubscriptions store = new InMemorySubscriptions();

    @Override
    protected SubscriptionStore store() {
        return store;
    }
}
