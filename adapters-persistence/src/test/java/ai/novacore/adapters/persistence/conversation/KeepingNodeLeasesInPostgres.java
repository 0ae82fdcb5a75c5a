package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.conversation.NodeRegistryContract;
import ai.novacore.application.conversation.port.out.NodeRegistry;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingNodeLeasesInPostgres extends NodeRegistryContract {

    @Override
    protected NodeRegistry registry() {
        return OnPostgres.bean(NodeRegistry.class);
    }
}
