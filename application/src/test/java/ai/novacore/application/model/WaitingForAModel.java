package ai.novacore.application.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.model.ScriptedChatModel.Hold;
import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingForAModel {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ScriptedChatModel scripted = new ScriptedChatModel();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ModelQueue queue = new ModelQueue(1, 3, LONG, meters);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** A question that somebody asked, what it heard of its place, and what came of it. */
    private final class Question implements ChatModel.Listener {
        private final List<Integer> positions = new CopyOnWriteArrayList<>();
        private final Cancellation cancellation = new Cancellation();
        private final Future<Completion> completion;

        Question(String owner, String model) {
            Callable<Completion> ask =
                    () -> new QueueingChatModel(scripted, queue).answer(prompt(owner, model), this, cancellation);
            completion = threads.submit(ask);
        }

        @Override
        public void text(String piece) {}

        @Override
        public void queued(int position) {
            positions.add(position);
        }

        Question awaitPosition(int position) {
            await().until(() -> !positions.isEmpty() && positions.getLast() == position);
            return this;
        }
    }

    @Test
    void tellsAQuestionThatDoesNotWaitNothing() throws Exception {
        Question question = new Question("usr_ada", "a");

        assertThat(question.completion.get().finish()).isEqualTo(Finish.STOP);
        assertThat(question.positions).isEmpty();
    }

    @Test
    void tellsThePlaceAndEachChangeOfIt() throws Exception {
        Hold running = occupied("a");
        Question first = new Question("usr_bea", "a").awaitPosition(1);
        Question second = new Question("usr_cem", "a").awaitPosition(2);

        first.cancellation.cancel();
        second.awaitPosition(1);
        running.release();

        assertThat(second.completion.get().finish()).isEqualTo(Finish.STOP);
        assertThat(second.positions).containsExactly(2, 1, 0);
    }

    @Test
    void letsAnotherGoBeforeSomebodysSecondQuestion() throws Exception {
        Hold running = occupied("a");
        Question first = new Question("usr_ada", "a").awaitPosition(1);
        Question second = new Question("usr_ada", "a").awaitPosition(2);

        Question other = new Question("usr_bea", "a").awaitPosition(2);
        second.awaitPosition(3);
        running.release();
        first.completion.get();
        other.completion.get();
        second.completion.get();

        assertThat(scripted.prompts())
                .extracting(prompt -> prompt.owner().value())
                .containsExactly("usr_running", "usr_ada", "usr_bea", "usr_ada");
        assertThat(other.positions).startsWith(2).endsWith(0);
    }

    @Test
    void leavesTheLineAtOnceWhenCancelled() throws Exception {
        occupied("a");
        Question question = new Question("usr_ada", "a").awaitPosition(1);

        question.cancellation.cancel();

        assertThat(queue.waiting("a")).isZero();
        assertThat(question.completion.get()).isEqualTo(new Completion(Finish.CANCELLED, 0, 0));
        assertThat(scripted.calls()).isEqualTo(1);
    }

    @Test
    void keepsThePlaceOfACancelledAnswerUntilTheModelHasStopped() {
        Place answered = queue.enter("a", new UserId("usr_ada"));

        queue.giveUp(answered);

        assertThat(queue.running("a")).isEqualTo(1);
        answered.close();
        answered.close();
        assertThat(queue.running("a")).isZero();
    }

    @Test
    void refusesAtOnceWhenTooManyWait() {
        occupied("a");
        for (int i = 1; i <= 3; i++) {
            new Question("usr_bea", "a").awaitPosition(i);
        }

        assertThat(queue.isFull("a")).isTrue();
        assertThatThrownBy(() -> queue.enter("a", new UserId("usr_ada")))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("3 questions wait");
        assertThat(queue.isFull("b")).isFalse();
    }

    @Test
    void givesUpWhenItsTurnDoesNotCome() {
        queue = new ModelQueue(1, 3, Duration.ofMillis(50), meters);
        occupied("a");
        Question question = new Question("usr_ada", "a");

        assertThatThrownBy(question.completion::get)
                .cause()
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("in time");
        assertThat(queue.waiting("a")).isZero();
    }

    @Test
    void leavesTheLineWhenTheReaderIsGone() {
        occupied("a");
        IllegalStateException gone = new IllegalStateException("the reader is gone");
        ChatModel.Listener leaving = new ChatModel.Listener() {
            @Override
            public void text(String piece) {}

            @Override
            public void queued(int position) {
                throw gone;
            }
        };
        ChatModel model = new QueueingChatModel(scripted, queue);

        assertThatThrownBy(() -> model.answer(prompt("usr_ada", "a"), leaving, new Cancellation()))
                .isSameAs(gone);
        assertThat(queue.waiting("a")).isZero();
    }

    @Test
    void makesRoomWhenAnAnswerFails() throws Exception {
        scripted.fails(Kind.FAILED);
        assertThatThrownBy(() -> new Question("usr_ada", "a").completion.get()).hasCauseInstanceOf(ModelFailure.class);

        assertThat(new Question("usr_ada", "a").completion.get().finish()).isEqualTo(Finish.STOP);
    }

    @Test
    void keepsModelsApart() throws Exception {
        occupied("a");

        assertThat(new Question("usr_ada", "b").completion.get().finish()).isEqualTo(Finish.STOP);
    }

    @Test
    void letsWorkOfLeastPriorityInOnlyWhenThereIsRoom() {
        Place least = queue.enterIfIdle("a").orElseThrow();

        assertThat(least.position()).isEqualTo(Place.TURN);
        assertThat(queue.enterIfIdle("a")).isEmpty();
        least.close();
        assertThat(queue.enterIfIdle("a")).isPresent();
    }

    @Test
    void measuresTheLineOfEachModel() {
        occupied("a");
        new Question("usr_ada", "a").awaitPosition(1);

        assertThat(gauge("model.queue.length")).isEqualTo(1);
        assertThat(gauge("model.answers.running")).isEqualTo(1);
    }

    @Test
    void measuresNoMoreModelsThanAreTold() {
        for (int i = 0; i < 200; i++) {
            queue.enter("model-" + i, new UserId("usr_ada")).close();
        }

        assertThat(meters.find("model.queue.length").gauges()).hasSize(64);
    }

    private double gauge(String name) {
        return meters.get(name).tag("model", "a").gauge().value();
    }

    /** A question that is being answered until it is released. */
    private Hold occupied(String model) {
        Hold hold = scripted.holds(0, "At last.");
        new Question("usr_running", model);
        hold.awaitReached();
        return hold;
    }

    private static Prompt prompt(String owner, String model) {
        return new Prompt(new UserId(owner), model, List.of(), List.of(), "Well?", 100);
    }
}
