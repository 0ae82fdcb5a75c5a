package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.conversation.ConversationThreadStoreContract;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingConversationThreadsInPostgres extends ConversationThreadStoreContract {

    @Override
    protected ConversationThreadStore store() {
        return OnPostgres.bean(ConversationThreadStore.class);
    }
}
