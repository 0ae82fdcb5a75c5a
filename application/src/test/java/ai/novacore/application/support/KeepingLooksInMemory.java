package ai.novacore.application.support;

import ai.novacore.application.support.port.out.LookStore;

class KeepingLooksInMemory extends LookStoreContract {
    private final LookStore store = new InMemoryLooks();

    @Override
    protected LookStore store() {
        return store;
    }
}
