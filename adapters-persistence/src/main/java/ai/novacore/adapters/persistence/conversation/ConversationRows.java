package ai.novacore.adapters.persistence.conversation;

import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface ConversationRows extends CrudRepository<ConversationRow, String>, JpaSpecificationExecutor<ConversationRow> {
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from ConversationRow row where row.owner = :owner")
    void deleteAllBy(String owner);
}
