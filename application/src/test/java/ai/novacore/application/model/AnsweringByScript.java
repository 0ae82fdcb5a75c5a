package ai.novacore.application.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.testing.ContractSelfCheck;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnsweringByScript extends ChatModelContract {
    private static final Prompt PROMPT =
            new Prompt(new UserId("usr_mira"), "scripted", List.of(), List.of(), "Well?", 100);

    private final ScriptedChatModel model = new ScriptedChatModel("scripted");

    @Override
    protected ChatModel model() {
        return model;
    }

    @Override
    protected ChatModel silentModel() {
        model.holds(0, "never said");
        return model;
    }

    @Override
    protected String knownModel() {
        return "scripted";
    }

    @Test
    void followsTheScriptsInOrderAndRecordsThePrompts() {
        model.answersCounting(42, "one").fails(ModelFailure.Kind.TIMEOUT, "two");
        List<String> said = new ArrayList<>();

        assertThat(model.answer(PROMPT, said::add, new Cancellation())).isEqualTo(new Completion(Finish.STOP, 42, 1));
        assertThatThrownBy(() -> model.answer(PROMPT, said::add, new Cancellation()))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind().code()).isEqualTo("model_timeout"));
        assertThat(said).containsExactly("one", "two");
        assertThat(model.prompts()).containsExactly(PROMPT, PROMPT);
        assertThat(model.calls()).isEqualTo(2);
    }

    @Test
    void holdsUntilItIsReleased() throws Exception {
        ScriptedChatModel.Hold hold = model.holds(1, "before ", "after");
        List<String> said = new ArrayList<>();
        CompletableFuture<Completion> running =
                CompletableFuture.supplyAsync(() -> model.answer(PROMPT, said::add, new Cancellation()));

        hold.awaitReached();
        assertThat(said).containsExactly("before ");
        hold.release();

        assertThat(running.get(30, TimeUnit.SECONDS).finish()).isEqualTo(Finish.STOP);
        assertThat(said).containsExactly("before ", "after");
    }

    @Test
    void wouldNotBePossibleWithAModelThatDoesNothing() {
        ContractSelfCheck.assertFails(DoingNothing.class);
    }

    static class DoingNothing extends ChatModelContract implements ChatModel {
        @Override
        public Completion answer(Prompt prompt, Listener listener, Cancellation cancellation) {
            return new Completion(Finish.STOP, 0, 0);
        }

        @Override
        protected ChatModel model() {
            return this;
        }

        @Override
        protected ChatModel silentModel() {
            return this;
        }

        @Override
        protected String knownModel() {
            return "none";
        }
    }
}
