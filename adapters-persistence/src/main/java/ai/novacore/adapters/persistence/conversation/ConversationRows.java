package ai.novacore.adapters.persistence.conversation;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface ConversationRows extends CrudRepository<ConversationRow, String> {
    /** The conversations in which each of these words, which are tsqueries, is found. */
    String FIND_WORDS = """
            select c.*
            from conversation c
            where c.owner = :owner and (c.updated_at, c.conversation_id) < (:at, :id)
                and c.conversation_id in (
                    select found.conversation_id
                    from unnest(cast(:words as text[])) with ordinality asked (word, number)
                    join conversation_words found on found.words @@ cast(asked.word as tsquery)
                    group by found.conversation_id
                    having count(distinct asked.number) = :count)
            order by c.updated_at desc, c.conversation_id desc
            limit :limit""";

    @Query("""
            select row from ConversationRow row
            where row.owner = :owner and (row.updatedAt, row.id) < (:at, :id)
            order by row.updatedAt desc, row.id desc""")
    List<ConversationRow> findPage(String owner, Instant at, String id, Limit limit);

    @Query(value = FIND_WORDS, nativeQuery = true)
    List<ConversationRow> findWords(String owner, Instant at, String id, String[] words, long count, int limit);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from ConversationRow row where row.owner = :owner")
    void deleteAllBy(String owner);
}
