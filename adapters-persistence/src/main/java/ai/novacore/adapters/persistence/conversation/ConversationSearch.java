package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.application.conversation.SearchWords;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The words of conversations in an inverted index, a row for the title and for each turn. Every word carries a mark of
 * its owner in front: so also the beginning of a word is looked up among one person's words, whoever else has written.
 * The mark is a short hash and only narrows down; whose conversation it is, the query asks of the conversation.
 */
class ConversationSearch {
    /** The part that the title is; a turn's part is its id. */
    private static final String TITLE = "";

    static final String FIND = """
            select c.conversation_id, c.owner, c.title, c.created_at, c.updated_at, c.turn_count
            from readmodel.conversation c
            where c.owner = :owner and (c.updated_at, c.conversation_id) < (:at, :id)
                and c.conversation_id in (
                    select found.conversation_id
                    from unnest(cast(:words as text[])) with ordinality asked (word, number)
                    join readmodel.conversation_words found on found.words @@ cast(asked.word as tsquery)
                    group by found.conversation_id
                    having count(distinct asked.number) = :count)
            order by c.updated_at desc, c.conversation_id desc
            limit :limit""";

    private final JdbcClient jdbc;

    ConversationSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(ConversationSummary summary) {
        put(summary.id(), TITLE, summary.owner(), summary.title());
    }

    void put(ThreadTurn turn) {
        String text = turn.reply() == null ? turn.prompt() : turn.prompt() + "\n" + turn.reply();
        put(turn.conversation(), turn.id().value(), turn.owner(), text);
    }

    private void put(ConversationId conversation, String part, UserId owner, String text) {
        String mark = mark(owner);
        Set<String> words = SearchWords.of(text);
        jdbc.sql("""
                insert into readmodel.conversation_words as kept (conversation_id, part, owner, words)
                values (:conversation, :part, :owner, array_to_tsvector(cast(:words as text[])))
                on conflict (conversation_id, part) do update set owner = excluded.owner, words = excluded.words
                where kept.words <> excluded.words or kept.owner <> excluded.owner""")
                .param("conversation", conversation.value())
                .param("part", part)
                .param("owner", owner.value())
                .param("words", words.stream().map(mark::concat).toArray(String[]::new))
                .update();
    }

    void remove(ConversationId conversation) {
        jdbc.sql("delete from readmodel.conversation_words where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    void removeAll(UserId owner) {
        jdbc.sql("delete from readmodel.conversation_words where owner = :owner")
                .param("owner", owner.value())
                .update();
    }

    Page<ConversationSummary> find(UserId owner, String question, Keyset keyset) {
        String[] queries = queries(owner, question);
        if (queries.length == 0) {
            return new Page<>(List.of(), null);
        }
        List<ConversationSummary> found = jdbc.sql(FIND)
                .param("owner", owner.value())
                .param("at", Columns.parameter(keyset.at()))
                .param("id", keyset.id())
                .param("words", queries)
                .param("count", queries.length)
                .param("limit", keyset.limit().max())
                .query((row, number) -> new ConversationSummary(
                        new ConversationId(row.getString("conversation_id")),
                        new UserId(row.getString("owner")),
                        row.getString("title"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        row.getLong("turn_count")))
                .list();
        return keyset.page(
                found,
                summary -> summary,
                summary -> new Cursor(summary.updatedAt(), summary.id().value()));
    }

    /** A tsquery for each word: words that begin with it. Words hold letters, digits and symbols only. */
    static String[] queries(UserId owner, String question) {
        String mark = mark(owner);
        return SearchWords.askedIn(question).stream()
                .map(word -> "'" + mark + word + "':*")
                .toArray(String[]::new);
    }

    private static String mark(UserId owner) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(owner.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
