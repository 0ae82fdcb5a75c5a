package ai.novacore.adapters.persistence.conversation;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface ConversationRows extends CrudRepository<ConversationRow, String> {

    @Query("""
            select row from ConversationRow row
            where row.owner = :owner and (row.updatedAt, row.id) < (:at, :id)
            order by row.updatedAt desc, row.id desc""")
    List<ConversationRow> findPage(String owner, Instant at, String id, Limit limit);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from ConversationRow row where row.owner = :owner")
    void deleteAllBy(String owner);
}
