package ai.novacore.application.backbone;

import ai.novacore.application.backbone.port.out.ReplayStore;

class KeepingReplaysInMemory extends ReplayStoreContract {
    private final InMemoryReplays replays = new InMemoryReplays();

    @Override
    protected ReplayStore store() {
        return replays;
    }
}
