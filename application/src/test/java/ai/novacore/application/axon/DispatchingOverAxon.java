package ai.novacore.application.axon;

import ai.novacore.application.shared.CommandDispatcherContract;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import org.junit.jupiter.api.AfterEach;

class DispatchingOverAxon extends CommandDispatcherContract {
    private final InMemoryBackbone node = InMemoryBackbone.with();

    @AfterEach
    void close() {
        node.close();
    }

    @Override
    protected CommandDispatcher dispatcher() {
        return node.commands();
    }
}
