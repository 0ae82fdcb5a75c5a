package ai.novacore.adapters.persistence.conversation;

import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.CrudRepository;

interface ConversationRows extends CrudRepository<ConversationRow, String>, JpaSpecificationExecutor<ConversationRow> {}
