package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.application.testing.DoingNothing;
import org.junit.jupiter.api.Test;

class KeepingConversationThreadsInMemory extends ConversationThreadStoreContract {
    private final ConversationThreadStore store = new InMemoryConversationThreads();

    @Override
    protected ConversationThreadStore store() {
        return store;
    }

    @Test
    void theContractIsMoreThanDoingNothing() {
        ContractSelfCheck.assertFails(Nothing.class);
    }

    static class Nothing extends ConversationThreadStoreContract {
        private final ConversationThreadStore store = DoingNothing.as(ConversationThreadStore.class);

        @Override
        protected ConversationThreadStore store() {
            return store;
        }
    }
}
