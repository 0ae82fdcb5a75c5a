package ai.novacore.adapters.persistence.conversation;

import ai.novacore.application.conversation.SearchWords;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
                insert into conversation_words as kept (conversation_id, part, owner, words)
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
        jdbc.sql("delete from conversation_words where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    /** Turns are parts; no two conversations have one in common. */
    void removeParts(ConversationId conversation, String[] parts) {
        jdbc.sql("delete from conversation_words where conversation_id = :conversation and part = any (:parts)")
                .param("conversation", conversation.value())
                .param("parts", parts)
                .update();
    }

    void removeAll(UserId owner) {
        jdbc.sql("delete from conversation_words where owner = :owner")
                .param("owner", owner.value())
                .update();
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
