package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.out.NodeRegistry;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingNodeLeasesInMemory extends NodeRegistryContract {
    private final NodeRegistry registry = new InMemoryNodes();

    @Override
    protected NodeRegistry registry() {
        return registry;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends NodeRegistryContract {
        private final NodeRegistry registry = DoingNothing.as(NodeRegistry.class);

        @Override
        protected NodeRegistry registry() {
            return registry;
        }
    }
}
