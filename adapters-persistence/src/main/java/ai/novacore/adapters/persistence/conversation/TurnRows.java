package ai.novacore.adapters.persistence.conversation;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface TurnRows extends CrudRepository<TurnRow, String> {

    List<TurnRow> findByConversationOrderByStartedAtAscIdAsc(String conversation);

    @Query("""
            select row from TurnRow row
            where row.conversation = :conversation and row.replacedBy is null and (row.startedAt, row.id) < (:at, :id)
            order by row.startedAt desc, row.id desc""")
    List<TurnRow> findLatest(String conversation, Instant at, String id, Limit most);

    /** One statement, however many there are. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(value = """
            update conversation_turn set replaced_by = :by
            where turn_id = any (cast(:turns as text[])) and replaced_by is null""", nativeQuery = true)
    int setAside(String[] turns, String by);

    @Query(value = """
            select turn_id from conversation_turn
            where turn_id = any (cast(:turns as text[]))
                and (replaced_by is not null
                    or conversation_id = :conversation and (started_at, turn_id) >= (:at, :id))""", nativeQuery = true)
    List<String> findSetAside(String[] turns, String conversation, Instant at, String id);

    /** One statement; what is pending of other rows is written first, because all rows in memory are let go after it. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from TurnRow row where row.conversation = :conversation")
    void deleteAllOf(String conversation);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from TurnRow row where row.owner = :owner")
    void deleteAllBy(String owner);
}
