package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.ReconciliationStore;

class KeepingReconciliationsInMemory extends ReconciliationStoreContract {
    private final InMemoryReconciliations store = new InMemoryReconciliations();

    @Override
    protected ReconciliationStore store() {
        return store;
    }
}
