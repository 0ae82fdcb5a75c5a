package ai.novacore.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ai.novacore.application.model.ChatModelContract;
import ai.novacore.application.model.FakeOllama;
import ai.novacore.application.model.FakeOllamaReply;
import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.model.port.out.Prompt.Message;
import ai.novacore.application.model.port.out.Prompt.Speaker;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

class ChattingWithOllama extends ChatModelContract {
    private static final Prompt PROMPT = new Prompt(
            new UserId("usr_mira"),
            "llama3.2",
            List.of(
                    new Message(Speaker.SYSTEM, "Be brief."),
                    new Message(Speaker.MEMBER, "Hello"),
                    new Message(Speaker.ASSISTANT, "Hello."),
                    new Message(Speaker.MEMBER, "Is it \"late\"?\n")),
            List.of(),
            "Is it \"late\"?\n",
            128);

    private final FakeOllama ollama = new FakeOllama("llama3.2:latest");
    private final ChatModel model = ChattingExample.model(OllamaSettings.of(ollama.baseUrl(), "llama3.2"));
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void stop() {
        MDC.clear();
        ollama.close();
    }

    @Override
    protected ChatModel model() {
        return model;
    }

    @Override
    protected ChatModel silentModel() {
        ollama.next(FakeOllamaReply.stream().hold(new CountDownLatch(1)));
        return model;
    }

    @Override
    protected String knownModel() {
        return "llama3.2";
    }

    @Test
    void sendsTheConversationAndTheCap() {
        ask();

        JsonNode request = ollama.asked("/api/chat").getFirst().body();
        assertThat(request.path("model").asString()).isEqualTo("llama3.2");
        assertThat(request.path("stream").asBoolean()).isTrue();
        assertThat(request.path("options").path("num_predict").asLong()).isEqualTo(128);
        assertThat(request.path("messages"))
                .extracting(
                        message -> message.path("role").asString(),
                        message -> message.path("content").asString())
                .containsExactly(
                        tuple("system", "Be brief."),
                        tuple("user", "Hello"),
                        tuple("assistant", "Hello."),
                        tuple("user", "Is it \"late\"?\n"));
    }

    /** failure case 21. */
    @Test
    void forbidsToDropTheBeginningOfALongPrompt() {
        ask();

        JsonNode request = ollama.asked("/api/chat").getFirst().body();
        assertThat(request.path("truncate").asBoolean(true)).isFalse();
        assertThat(request.path("shift").asBoolean(true)).isFalse();
        assertThat(request.path("options").path("num_ctx").asInt()).isEqualTo(8_192);
    }

    @Test
    void takesOverTheCountsOfOllama() {
        ollama.next(FakeOllamaReply.stream().token("a").token("b").done(4_711));

        assertThat(ask()).isEqualTo(new Completion(Finish.STOP, 4_711, 2));
    }

    @Test
    void countsForItselfWhatOllamaLeavesOut() {
        ollama.next(FakeOllamaReply.stream().token("a").token("b").raw("{\"done\":true}\n"));

        long aQuarterOfTheCharacters = 9;
        assertThat(ask()).isEqualTo(new Completion(Finish.STOP, aQuarterOfTheCharacters, 2));
    }

    @Test
    void countsWhatAModelThinksWithoutHandingItOver() {
        ollama.next(FakeOllamaReply.stream()
                .raw("{\"message\":{\"content\":\"\",\"thinking\":\"Hm\"},\"done\":false}\n")
                .token("Yes.")
                .raw("{\"done\":true,\"done_reason\":\"stop\"}\n"));

        assertThat(ask().outputTokens()).isEqualTo(2);
        assertThat(said).containsExactly("Yes.");
    }

    /** failure case 17. */
    @Test
    void hangsUpOnceNobodyReadsAnyMore() throws Exception {
        Cancellation cancellation = new Cancellation();
        CountDownLatch first = new CountDownLatch(1);
        ollama.next(FakeOllamaReply.stream().token("one").hold(new CountDownLatch(1)));
        CompletableFuture<Completion> running =
                CompletableFuture.supplyAsync(() -> model.answer(PROMPT, text -> first.countDown(), cancellation));
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();

        cancellation.cancel();

        assertThat(running.get(30, TimeUnit.SECONDS)).isEqualTo(new Completion(Finish.CANCELLED, 0, 1));
        ollama.awaitHangUp();
    }

    /** failure case 17, before the first token. */
    @Test
    void hangsUpBeforeTheFirstToken() throws Exception {
        Cancellation cancellation = new Cancellation();
        ollama.next(FakeOllamaReply.stream().hold(new CountDownLatch(1)));
        CompletableFuture<Completion> running =
                CompletableFuture.supplyAsync(() -> model.answer(PROMPT, said::add, cancellation));
        ollama.awaitChat();

        cancellation.cancel();

        assertThat(running.get(30, TimeUnit.SECONDS)).isEqualTo(new Completion(Finish.CANCELLED, 0, 0));
        ollama.awaitHangUp();
    }

    @Test
    void passesTheCorrelationIdOn() {
        MDC.put("correlation_id", "0b9f1c1e-7f3e-4f5a-9a38-6a3c1f0f5c11");

        ask();

        assertThat(ollama.asked("/api/chat").getFirst().headers())
                .containsEntry("x-correlation-id", "0b9f1c1e-7f3e-4f5a-9a38-6a3c1f0f5c11");
    }

    @Test
    void passesNoMalformedCorrelationIdOn() {
        MDC.put("correlation_id", "no\r\nInjected: header");

        ask();

        assertThat(ollama.asked("/api/chat").getFirst().headers()).doesNotContainKeys("x-correlation-id", "injected");
    }

    private Completion ask() {
        return model.answer(PROMPT, said::add, new Cancellation());
    }
}
