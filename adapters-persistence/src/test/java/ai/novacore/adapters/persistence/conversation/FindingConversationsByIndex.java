package ai.novacore.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Among 50,000 turns of 500 people a search reads what one of them wrote, and nothing of the others. */
@ExtendWith(OnPostgres.class)
class FindingConversationsByIndex {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final JdbcClient jdbc = OnPostgres.bean(JdbcClient.class);
    private final ConversationThreadStore store = OnPostgres.bean(ConversationThreadStore.class);

    @Test
    void readsOnePersonsPartOfTheIndex() {
        writeForOthers();
        store.save(new ConversationSummary(new ConversationId("cnv_1"), MIRA, "Words of cats", NOON, NOON, 0));

        assertThat(store.list(MIRA, "word cat", PageRequest.first(5)).items()).hasSize(1);

        String plan = plan("word cat");
        assertThat(plan)
                .contains("Bitmap Index Scan on conversation_words_found")
                .doesNotContain("Seq Scan");
        assertThat(rowsReadOfTheIndex(plan)).isBetween(1L, 2L);
    }

    /** Each turn with the same twenty words, among which the ones that are asked for. */
    private void writeForOthers() {
        jdbc.sql("""
                insert into readmodel.conversation_words
                select 'cnv_other' || turn / 10, 'trn_' || turn, 'usr_' || turn % 500,
                    array_to_tsvector(array(
                        select left(md5((turn % 500)::text), 8) || word
                        from unnest(array['words', 'cats', 'purr', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) word))
                from generate_series(1, 50000) turn""").update();
        jdbc.sql("analyze readmodel.conversation_words").update();
    }

    private String plan(String question) {
        String[] queries = ConversationSearch.queries(MIRA, question);
        return String.join(
                "\n",
                jdbc.sql("explain (analyze, costs off, timing off, summary off) " + ConversationRows.FIND_WORDS)
                        .param("owner", MIRA.value())
                        .param("at", Columns.parameter(NOON.plusSeconds(60)))
                        .param("id", "")
                        .param("words", queries)
                        .param("count", queries.length)
                        .param("limit", 6)
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    private static long rowsReadOfTheIndex(String plan) {
        return plan.lines()
                .filter(line -> line.contains("Bitmap Index Scan on conversation_words_found"))
                .map(line -> line.replaceAll(".*actual rows=([0-9]+).*", "$1"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(-1);
    }
}
