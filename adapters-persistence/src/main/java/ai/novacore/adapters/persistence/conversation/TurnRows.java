package ai.novacore.adapters.persistence.conversation;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface TurnRows extends CrudRepository<TurnRow, String> {

    List<TurnRow> findByConversationOrderByStartedAtAscIdAsc(String conversation);

    List<TurnRow> findByConversationOrderByStartedAtDescIdDesc(String conversation, Limit most);

    /** One statement; what is pending of other rows is written first, because all rows in memory are let go after it. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from TurnRow row where row.conversation = :conversation")
    void deleteAllOf(String conversation);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from TurnRow row where row.owner = :owner")
    void deleteAllBy(String owner);
}
