package ai.novacore.bootstrap;

import static ai.novacore.application.model.FakeOllamaReply.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.model.FakeOllamaReply;
import ai.novacore.domain.shared.TurnId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node that is killed while it answers, at each point of an answer, on a database that another node shares: that one
 * ends what was left behind, with what was saved and its price. Killed before anything was said, in the middle, and after
 * all was said.
 */
class LosingANode {
    private static final int ROUNDS = System.getProperty("nova.long") != null ? 10 : 1;
    private static final int[] SAID = {1, 50, 60, 0};

    private final CountDownLatch never = new CountDownLatch(1);
    private final Path folder;

    LosingANode(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void letTheModelGo() {
        never.countDown();
        ScriptedModel.OLLAMA.forgetReplies();
    }

    /** @param text what the reader had seen */
    private record Cut(Caller person, String conversation, String turn, String text, int pieces) {}

    @Test
    void endsWhatItAnsweredWithinAMinuteOnAnother() {
        for (int round = 0; round < ROUNDS; round++) {
            loseANode();
        }
    }

    private void loseANode() {
        Product survivor = ScriptedModel.first();
        List<Cut> cuts = new ArrayList<>();
        try (NodeProcess node = NodeProcess.start(folder, settings())) {
            for (int pieces : SAID) {
                cuts.add(begin(survivor, node, pieces));
            }
            // What was said is saved twice a second.
            for (Cut cut : cuts) {
                await().until(() -> survivor.bean(OpenTurnStore.class)
                                .find(new TurnId(cut.turn()))
                                .orElseThrow()
                                .pieces()
                        == cut.pieces());
            }
            node.kill();
        }
        AnswerReader waiting = follow(survivor, cuts.getFirst());
        assertThat(waiting.awaitText(cuts.getFirst().text()).events().getLast().name())
                .isEqualTo("token");

        for (Cut cut : cuts) {
            Aftermath.of(survivor, cut.person(), cut.conversation(), cut.turn())
                    .interrupted("node_lost", cut.text(), cut.pieces());
            AnswerReader again = follow(survivor, cut).toTheEnd();
            assertThat(again.text()).isEqualTo(cut.text());
            assertEnd(again);
            assertThat(survivor.bean(OpenTurnStore.class).find(new TurnId(cut.turn())))
                    .isEmpty();
        }
        assertEnd(waiting.toTheEnd());
        ScriptedModel.answersAgain(cuts.getFirst().person());
    }

    private static List<String> settings() {
        List<String> settings = ScriptedModel.settings();
        settings.add("--nova.database-url=" + ScriptedModel.DATABASE.url());
        // Whose tokens are good here, too.
        settings.add("--nova.public-url=http://localhost:8080");
        return settings;
    }

    /** An answer that has come so far, by a reader at the node that will be killed. */
    private Cut begin(Product survivor, NodeProcess node, int pieces) {
        Caller person = Caller.member(survivor.address());
        String text = String.join(" ", Collections.nCopies(pieces, "word"));
        FakeOllamaReply reply = pieces == 0 ? stream() : stream().words(text);
        String question = "What of " + UUID.randomUUID() + "?";
        ScriptedModel.OLLAMA.next(reply.hold(never).done());
        AnswerReader reader = AnswerReader.asking(person.at(node.address()), question);
        reader.meta();
        reader.awaitText(text);
        await().until(() -> ScriptedModel.calls(question) == 1);
        return new Cut(person, reader.conversation(), reader.turn(), text, pieces);
    }

    private static AnswerReader follow(Product node, Cut cut) {
        return AnswerReader.following(cut.person().at(node.address()), cut.turn(), "");
    }

    private static void assertEnd(AnswerReader reader) {
        assertThat(reader.named("error")).isEmpty();
        assertThat(reader.events().getLast().name()).isEqualTo("done");
        assertThat(reader.events().getLast().data().path("finishReason").asString())
                .isEqualTo("interrupted");
    }
}
