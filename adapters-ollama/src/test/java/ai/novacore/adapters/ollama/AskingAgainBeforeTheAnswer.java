package ai.novacore.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllamaReply;
import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingAgainBeforeTheAnswer {
    private static final Prompt PROMPT =
            new Prompt(new UserId("usr_mira"), "llama3.2", List.of(), List.of(), "Well?", 100);

    private final FakeOllama ollama = new FakeOllama("llama3.2:latest");
    private final List<String> said = new ArrayList<>();
    private OllamaSettings settings = OllamaSettings.of(ollama.baseUrl(), "llama3.2");
    private final Cancellation cancellation = new Cancellation();

    @AfterEach
    void stop() {
        ollama.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void triesTwiceMoreWhatMayPass(int status) {
        ollama.next(FakeOllamaReply.status(status))
                .next(FakeOllamaReply.status(status))
                .next(FakeOllamaReply.answer("Here I am."));

        assertThat(answer().finish()).isEqualTo(Finish.STOP);
        assertThat(String.join("", said)).isEqualTo("Here I am.");
        assertThat(ollama.chats()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void givesUpAfterThat(int status) {
        ollama.otherwise(chat -> FakeOllamaReply.status(status));

        assertThat(failure().kind()).isEqualTo(status == 503 ? Kind.UNAVAILABLE : Kind.FAILED);
        assertThat(ollama.chats()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 400, 401, 404, 409, 429, 501})
    void takesARefusalForGood(int status) {
        ollama.next(FakeOllamaReply.status(status));

        assertThat(failure()).isNotNull();
        assertThat(ollama.chats()).isEqualTo(1);
    }

    @Test
    void triesAgainWhenTheConnectionBreaksBeforeTheStatus() {
        ollama.next(FakeOllamaReply.noAnswer());

        assertThat(answer().finish()).isEqualTo(Finish.STOP);
        assertThat(ollama.chats()).isEqualTo(2);
    }

    @Test
    void triesAgainWhenTheConnectionIsRefused() throws Exception {
        answer();
        ollama.refuse();
        CompletableFuture<Completion> running = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().start(() -> running.completeAsync(this::answer, Runnable::run));
        await().until(() -> running.isDone() || isPausing(reader));
        ollama.acceptAgain();

        assertThat(running.get(30, TimeUnit.SECONDS).finish()).isEqualTo(Finish.STOP);
        assertThat(ollama.chats()).isEqualTo(2);
    }

    @Test
    void neverTriesAgainAfterATimeOut() {
        settings = settings.withTimeouts(Duration.ofMinutes(1), Duration.ofMillis(200), Duration.ofMinutes(1));
        ollama.next(FakeOllamaReply.stream().hold(new CountDownLatch(1)));

        assertThat(failure().kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(ollama.chats()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void neverTriesAgainOnceTheAnswerHasBegun(int tokens) {
        FakeOllamaReply reply = FakeOllamaReply.stream();
        for (int i = 0; i < tokens; i++) {
            reply = reply.token("one");
        }
        ollama.next(reply.cut());

        assertThat(failure().kind()).isEqualTo(Kind.FAILED);
        assertThat(said).hasSize(tokens);
        assertThat(ollama.chats()).isEqualTo(1);
    }

    @Test
    void stopsTryingWhenCancelled() throws Exception {
        ollama.refuse();
        CompletableFuture<Completion> running = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().start(() -> running.completeAsync(this::answer, Runnable::run));
        await().until(() -> running.isDone() || isPausing(reader));

        cancellation.cancel();

        assertThat(running.get(30, TimeUnit.SECONDS)).isEqualTo(new Completion(Finish.CANCELLED, 0, 0));
    }

    private static boolean isPausing(Thread reader) {
        return List.of(reader.getStackTrace()).stream()
                .anyMatch(frame -> frame.getMethodName().equals("pause"));
    }

    private Completion answer() {
        ChatModel model = ChattingExample.model(settings);
        return model.answer(PROMPT, said::add, cancellation);
    }

    private ModelFailure failure() {
        return catchThrowableOfType(ModelFailure.class, this::answer);
    }
}
