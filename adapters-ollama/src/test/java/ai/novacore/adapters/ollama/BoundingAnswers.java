package ai.novacore.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllamaReply;
import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a model sends, what is handed over is text, and not more than was asked for. */
class BoundingAnswers {
    private final FakeOllama ollama = new FakeOllama("llama3.2:latest");
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void stop() {
        ollama.close();
    }

    @Test
    void cutsAModelOffThatGoesOnBeyondItsCap() {
        ollama.next(FakeOllamaReply.stream().flood(50_000_000));

        assertThat(answer(100)).isEqualTo(new Completion(Finish.LENGTH, 0, 5));
        assertThat(String.join("", said)).isEqualTo("x".repeat(32 * 100 + 1_024));
        ollama.awaitHangUp();
    }

    @Test
    void countsTheTokensOfAModelThatDoesNot() {
        ollama.next(FakeOllamaReply.stream().together("a", "b", "c", "d").done());

        assertThat(answer(3)).isEqualTo(new Completion(Finish.LENGTH, 0, 3));
        assertThat(said).containsExactly("a", "b", "c");
    }

    @Test
    void believesNoCountBeyondTheCap() {
        ollama.next(FakeOllamaReply.stream()
                .token("a")
                .raw("{\"done\":true,\"prompt_eval_count\":4,\"eval_count\":1000000}\n"));

        assertThat(answer(3)).isEqualTo(new Completion(Finish.STOP, 4, 3));
    }

    @Test
    void boundsWhatAModelThinks() {
        ollama.next(FakeOllamaReply.stream()
                .thinking("x".repeat(5_000))
                .token("Yes.")
                .done());

        assertThat(answer(100)).isEqualTo(new Completion(Finish.LENGTH, 0, 1));
        assertThat(said).isEmpty();
    }

    @Test
    void doesNotCutACharacterInHalf() {
        ollama.next(FakeOllamaReply.stream().token("x" + "🗼".repeat(600)).done());

        answer(1);

        assertThat(String.join("", said)).isEqualTo("x" + "🗼".repeat((32 + 1_024 - 1) / 2));
    }

    @Test
    void hearsAnAnswerWithoutText() {
        ollama.next(FakeOllamaReply.stream().done(12));

        assertThat(answer(100)).isEqualTo(new Completion(Finish.STOP, 12, 0));
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void hearsATokenInPackets(int packets) {
        ollama.next(FakeOllamaReply.stream().inPackets(packets, "Grüße 🗼").done());

        assertThat(answer(100).outputTokens()).isEqualTo(1);
        assertThat(said).containsExactly("Grüße 🗼");
    }

    @Test
    void replacesBytesThatAreNoUtf8() {
        ollama.next(FakeOllamaReply.stream().notUtf8("a", "b").token("c").done());

        assertThat(answer(100).finish()).isEqualTo(Finish.STOP);
        assertThat(said).containsExactly("a\uFFFDb", "c");
    }

    @Test
    void handsHalvesOfACharacterOverTogether() {
        ollama.next(FakeOllamaReply.stream()
                .raw("{\"message\":{\"content\":\"a\\ud83d\"}}\n")
                .raw("{\"message\":{\"content\":\"\\uddfcb\"}}\n")
                .done());

        answer(100);

        assertThat(said).containsExactly("a", "🗼b");
    }

    @Test
    void replacesHalvesThatStayAlone() {
        ollama.next(FakeOllamaReply.stream()
                .raw("{\"message\":{\"content\":\"a\\ud83d\"}}\n")
                .raw("{\"message\":{\"content\":\"b\\uddfc\\ud83d\"}}\n")
                .done());

        answer(100);

        assertThat(said).containsExactly("a", "\uFFFDb\uFFFD", "\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the input length exceeds the context length",
                "Request (9000 tokens) exceeds the available context size (4096 tokens), try increasing it",
                "Prompt is too long",
                "CONTEXT WINDOW exceeded"
            })
    void saysThatAPromptIsTooLong(String error) {
        ollama.next(FakeOllamaReply.status(400, error));

        ModelFailure failure = catchThrowableOfType(ModelFailure.class, () -> answer(100));

        assertThat(failure.kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(failure).hasMessageNotContaining("9000");
    }

    @Test
    void doesNotTakeAnyBadRequestForTooLong() {
        ollama.next(FakeOllamaReply.status(400, "invalid options: num_predict"));

        ModelFailure failure = catchThrowableOfType(ModelFailure.class, () -> answer(100));

        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
    }

    private Completion answer(long cap) {
        OllamaSettings settings = OllamaSettings.of(ollama.baseUrl(), "llama3.2");
        Prompt prompt = new Prompt(new UserId("usr_mira"), "llama3.2", List.of(), List.of(), "Well?", cap);
        return ChattingExample.model(settings).answer(prompt, said::add, new Cancellation());
    }
}
