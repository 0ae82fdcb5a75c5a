package ai.novacore.adapters.persistence.conversation;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface TurnRows extends CrudRepository<TurnRow, String> {

    List<TurnRow> findByConversationOrderByStartedAtAscIdAsc(String conversation);

    /** The status is written out, so that the index of open turns serves. */
    @Query("""
            select row from TurnRow row
            where row.status = ai.novacore.application.conversation.readmodel.ThreadTurn.Status.STARTED
            and row.node not in :nodes
            order by row.startedAt, row.id""")
    List<TurnRow> findOpenExceptOn(Collection<String> nodes, Limit limit);

    /** One statement; what is pending of other rows is written first, because all rows in memory are let go after it. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from TurnRow row where row.conversation = :conversation")
    void deleteAllOf(String conversation);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from TurnRow row where row.owner = :owner")
    void deleteAllBy(String owner);
}
