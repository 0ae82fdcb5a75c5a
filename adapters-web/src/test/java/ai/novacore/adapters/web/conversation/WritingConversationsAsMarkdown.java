package ai.novacore.adapters.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.conversation.readmodel.ThreadTurn.Status;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WritingConversationsAsMarkdown {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void showsWhoSaidWhatAndWhen() throws IOException {
        assertThat(written("Cats", "Who purrs?", "A cat.")).isEqualTo("""
                        # Cats

                        Started 2026-11-21T12:00:00Z, last touched 2026-11-21T12:00:09Z

                        ## You (2026-11-21T12:00:01Z)

                        ```text
                        Who purrs?
                        ```

                        ## llama3\\.2 (2026-11-21T12:00:09Z, reader\\_left)

                        ```text
                        A cat.
                        ```
                        """);
    }

    @Test
    void letsNoTextOutOfItsFence() throws IOException {
        String text = "```\n# Not a heading\n`````\n![x](https://evil.example/?q)\n<script>alert(1)</script>\n````";
        String written = written("Cats", text, text);

        assertThat(written.lines().filter(line -> line.startsWith("``````")))
                .containsExactly("``````text", "``````", "``````text", "``````");
        assertThat(outsideOfFences(written)).doesNotContain("evil", "<", "Not a heading", "```");
    }

    @Test
    void readsNothingIntoTheTitle() throws IOException {
        String written = written(
                "</h1><img src=x> [a](javascript:b)\n\n# B & `c` https://evil.example www.evil.example *d*\u2028e",
                "?",
                "!");

        assertThat(written.lines().findFirst())
                .contains("# &lt;\\/h1&gt;&lt;img src\\=x&gt; \\[a\\]\\(javascript\\:b\\) \\# B &amp; \\`c\\` "
                        + "https\\:\\/\\/evil\\.example www\\.evil\\.example \\*d\\* e");
    }

    @Test
    void saysWhereThereIsNoAnswer() throws IOException {
        assertThat(written("Cats", "Who purrs?\n", null))
                .endsWith("```text\nWho purrs?\n```\n\n## llama3\\.2 (2026-11-21T12:00:09Z, reader\\_left)\n");
    }

    private static String outsideOfFences(String written) {
        return written.replaceAll("(?ms)^(`{3,})text$.*?^\\1$", "");
    }

    private static String written(String title, String prompt, @Nullable String reply) throws IOException {
        ConversationId id = new ConversationId("cnv_1");
        UserId mira = new UserId("usr_mira");
        ThreadTurn turn = new ThreadTurn(
                new TurnId("trn_1"),
                id,
                mira,
                prompt,
                reply,
                Status.INTERRUPTED,
                null,
                "reader_left",
                "llama3.2",
                "node",
                null,
                List.of(),
                null,
                null,
                NOON.plusSeconds(1),
                NOON.plusSeconds(9),
                null);
        StringWriter out = new StringWriter();
        ConversationMarkdown.write(
                new ConversationThread(
                        new ConversationSummary(id, mira, title, NOON, NOON.plusSeconds(9), 1), List.of(turn)),
                out);
        return out.toString();
    }
}
