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
import ai.novacore.application.model.port.out.Prompt.Message;
import ai.novacore.application.model.port.out.Prompt.Speaker;
import ai.novacore.domain.shared.UserId;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailingToGetAnAnswer {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String WHOLE = """
            {"message":{"content":"Grüße "},"done":false}
            {"message":{"content":"🗼"},"done":false}
            {"done":true,"done_reason":"length","prompt_eval_count":5,"eval_count":2}
            """;

    private final FakeOllama ollama = new FakeOllama("llama3.2:latest");
    private OllamaSettings settings =
            OllamaSettings.of(ollama.baseUrl(), "llama3.2").withTimeouts(LONG, LONG, LONG);
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void stop() {
        ollama.close();
    }

    @Test
    void isUnavailableWhereNothingListens() {
        ollama.close();

        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void isUnavailableWhenNoConnectionComesAboutInTime() {
        assertThat(OllamaExchange.failure(new HttpConnectTimeoutException("slow"))
                        .kind())
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void tellsTheOperatorHowToInstallAMissingModel() {
        ollama.uninstall("llama3.2:latest");

        ModelFailure failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure).hasMessageContaining("ollama pull llama3.2");
    }

    @Test
    void doesNotRepeatANameThatIsNone() {
        ModelFailure failure =
                failure(new Prompt(new UserId("usr_mira"), "x; rm -rf /\n", List.of(), List.of(), "", 1));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure).hasMessageNotContaining("rm -rf");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 429, 501})
    void failsOnARefusal(int status) {
        ollama.next(FakeOllamaReply.status(status));

        assertThat(failure().kind()).isEqualTo(Kind.FAILED);
    }

    /** security requirement 25. */
    @Test
    void followsNoRedirect() {
        try (FakeOllama elsewhere = new FakeOllama("llama3.2:latest")) {
            ollama.next(FakeOllamaReply.redirect(elsewhere.baseUrl() + "/api/chat"));

            assertThat(failure().kind()).isEqualTo(Kind.FAILED);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void givesUpOnSilenceBeforeTheFirstToken() {
        settings = settings.withTimeouts(LONG, SHORT, LONG);
        ollama.next(FakeOllamaReply.stream().hold(new CountDownLatch(1)));

        assertThat(failure().kind()).isEqualTo(Kind.TIMEOUT);
        ollama.awaitHangUp();
    }

    @Test
    void givesUpOnSilenceInTheMiddle() {
        Duration enoughForTheFirstToken = Duration.ofSeconds(2);
        settings = settings.withTimeouts(LONG, enoughForTheFirstToken, LONG);
        ollama.next(FakeOllamaReply.stream().token("one").hold(new CountDownLatch(1)));

        assertThat(failure().kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(said).containsExactly("one");
        ollama.awaitHangUp();
    }

    @Test
    void givesUpOnAnAnswerThatTakesTooLongAsAWhole() {
        settings = settings.withTimeouts(LONG, LONG, SHORT);
        ollama.next(FakeOllamaReply.stream().token("one").hold(new CountDownLatch(1)));

        ModelFailure failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure).hasMessageContaining("ran out of time");
    }

    /** failure case 23. */
    @Test
    void failsWhenTheStreamIsCut() {
        ollama.next(FakeOllamaReply.stream().token("one").token(" two").cut());

        assertThat(failure().kind()).isEqualTo(Kind.FAILED);
        assertThat(said).containsExactly("one", " two");
    }

    /** failure case 23. */
    @Test
    void failsWhenTheStreamIsCutInTheMiddleOfALine() {
        ollama.next(
                FakeOllamaReply.stream().token("one").raw("{\"message\":{\"con").cut());

        assertThat(failure().kind()).isEqualTo(Kind.FAILED);
        assertThat(said).containsExactly("one");
    }

    /** failure case 23: HTTP says that all is well, the protocol does not. */
    @Test
    void failsWhenTheStreamEndsWithoutSayingSo() {
        ollama.next(FakeOllamaReply.stream().token("one"));

        assertThat(failure()).hasMessageContaining("cut off");
    }

    @Test
    void failsOnAnErrorInTheMiddle() {
        ollama.next(FakeOllamaReply.stream().token("one").error());

        ModelFailure failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageContaining("log").hasMessageNotContaining("ran out of memory");
        assertThat(said).containsExactly("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"message\": oops}\n", "[]\n", "secret words\n", "{\"message\":{\"content\":\"\u0000\n"})
    void failsOnALineThatIsNoJsonObject(String line) {
        ollama.next(FakeOllamaReply.stream().token("one").raw(line).done());

        ModelFailure failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageNotContaining("secret").hasNoCause();
    }

    @Test
    void failsOnALineWithoutEnd() {
        ollama.next(FakeOllamaReply.stream().raw("x".repeat((1 << 20) + 1)).hold(new CountDownLatch(1)));

        assertThat(failure()).hasMessageContaining("1048576 bytes");
        ollama.awaitHangUp();
    }

    /** failure case 23. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 10_000})
    void putsLinesTogetherThatComeInPieces(int size) {
        byte[] bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
        FakeOllamaReply reply = FakeOllamaReply.stream();
        for (int from = 0; from < bytes.length; from += size) {
            reply = reply.raw(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
        }
        ollama.next(reply);

        assertThat(answer()).isEqualTo(new Completion(Finish.LENGTH, 5, 2));
        assertThat(said).containsExactly("Grüße ", "🗼");
    }

    @Test
    void acceptsALastLineWithoutLineBreak() {
        ollama.next(FakeOllamaReply.stream().raw("\r\n\n" + WHOLE.stripTrailing()));

        assertThat(answer()).isEqualTo(new Completion(Finish.LENGTH, 5, 2));
    }

    private Completion answer() {
        return answer(new Prompt(
                new UserId("usr_mira"),
                "llama3.2",
                List.of(new Message(Speaker.MEMBER, "Well?")),
                List.of(),
                "Well?",
                100));
    }

    private Completion answer(Prompt prompt) {
        return ChattingExample.model(settings).answer(prompt, said::add, new Cancellation());
    }

    private ModelFailure failure() {
        return catchThrowableOfType(ModelFailure.class, this::answer);
    }

    private ModelFailure failure(Prompt prompt) {
        return catchThrowableOfType(ModelFailure.class, () -> answer(prompt));
    }
}
