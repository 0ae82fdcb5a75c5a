package ai.novacore.application.model;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.model.port.out.Prompt.Message;
import ai.novacore.application.model.port.out.Prompt.Speaker;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link ChatModel} promises. */
public abstract class ChatModelContract {
    private static final long GENEROUS = 30;

    /** A model that answers any question of {@link #knownModel()} with at least five pieces, as fast as it can. */
    protected abstract ChatModel model();

    /** A model that is asked and then says nothing more for longer than a test takes. */
    protected abstract ChatModel silentModel();

    /** An id under which both models answer. */
    protected abstract String knownModel();

    @Test
    void handsOverTheAnswerInPiecesAndCountsTokens() {
        List<String> pieces = new ArrayList<>();

        Completion completion = model().answer(prompt(1_000), pieces::add, new Cancellation());

        assertThat(pieces).hasSizeGreaterThanOrEqualTo(5).doesNotContain("");
        assertThat(String.join("", pieces)).isNotBlank();
        assertThat(completion.finish()).isEqualTo(Finish.STOP);
        assertThat(completion.inputTokens()).isPositive();
        assertThat(completion.outputTokens()).isPositive();
    }

    @Test
    void handsOverOnTheCallingThread() {
        List<Thread> threads = new ArrayList<>();

        model().answer(prompt(1_000), text -> threads.add(Thread.currentThread()), new Cancellation());

        assertThat(threads).isNotEmpty().containsOnly(Thread.currentThread());
    }

    @Test
    void stopsAtTheCap() {
        List<String> pieces = new ArrayList<>();

        Completion completion = model().answer(prompt(3), pieces::add, new Cancellation());

        assertThat(completion.finish()).isEqualTo(Finish.LENGTH);
        assertThat(completion.outputTokens()).isBetween(1L, 3L);
        assertThat(pieces).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void saysNothingWhenCancelledBeforeTheStart() {
        List<String> pieces = new ArrayList<>();
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        Completion completion = model().answer(prompt(1_000), pieces::add, cancellation);

        assertThat(completion).isEqualTo(new Completion(Finish.CANCELLED, 0, 0));
        assertThat(pieces).isEmpty();
    }

    @Test
    void handsOverNothingMoreOnceCancelled() {
        List<String> pieces = new ArrayList<>();
        Cancellation cancellation = new Cancellation();

        Completion completion = model().answer(
                        prompt(1_000),
                        text -> {
                            pieces.add(text);
                            cancellation.cancel();
                        },
                        cancellation);

        assertThat(completion.finish()).isEqualTo(Finish.CANCELLED);
        assertThat(completion.outputTokens()).isEqualTo(1);
        assertThat(pieces).hasSize(1);
    }

    @Test
    void returnsWhenCancelledWhileItWaitsForTheModel() throws Exception {
        ChatModel silent = silentModel();
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Completion> completion = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                completion.complete(silent.answer(prompt(1_000), text -> {}, cancellation));
            } catch (RuntimeException e) {
                completion.completeExceptionally(e);
            }
        });
        await().atMost(GENEROUS, SECONDS)
                .until(() -> completion.isDone() || reader.getState() == Thread.State.TIMED_WAITING);
        assertThat(completion).as("still waiting").isNotDone();

        cancellation.cancel();

        assertThat(completion.get(GENEROUS, SECONDS).finish()).isEqualTo(Finish.CANCELLED);
    }

    @Test
    void passesOnWhatTheReaderThrows() {
        IllegalStateException gone = new IllegalStateException("the reader is gone");
        List<String> pieces = new ArrayList<>();

        assertThatThrownBy(() -> model().answer(
                                prompt(1_000),
                                text -> {
                                    pieces.add(text);
                                    throw gone;
                                },
                                new Cancellation()))
                .isSameAs(gone);
        assertThat(pieces).hasSize(1);
    }

    @Test
    void refusesAModelThatItDoesNotHave() {
        Prompt unknown = prompt("no-such-model", 1_000);

        assertThatThrownBy(() -> model().answer(unknown, text -> {}, new Cancellation()))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ModelFailure.Kind.NOT_FOUND));
    }

    @Test
    void answersManyAtOnce() throws Exception {
        ChatModel model = model();
        Callable<String> ask = () -> {
            StringBuilder answer = new StringBuilder();
            model.answer(prompt(1_000), answer::append, new Cancellation());
            return answer.toString();
        };
        String alone = ask.call();
        List<String> together = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                running.add(threads.submit(ask));
            }
            for (Future<String> answer : running) {
                together.add(answer.get(GENEROUS, SECONDS));
            }
        }

        assertThat(together).hasSize(16).containsOnly(alone);
    }

    private Prompt prompt(long maxOutputTokens) {
        return prompt(knownModel(), maxOutputTokens);
    }

    private static Prompt prompt(String model, long maxOutputTokens) {
        String question = "Where does the river begin that runs through the old town?";
        return new Prompt(
                new UserId("usr_mira"),
                model,
                List.of(new Message(Speaker.SYSTEM, "Answer briefly."), new Message(Speaker.MEMBER, question)),
                List.of(),
                question,
                maxOutputTokens);
    }
}
