package ai.novacore.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.model.ChatModelContract;
import ai.novacore.application.model.ScriptedChatModel;
import ai.novacore.application.model.ScriptedChatModel.Hold;
import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BreakingTheCircuit extends ChatModelContract {
    private final ManualClock clock = new ManualClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ModelBreakers breakers = new ModelBreakers(clock, meters);
    private final ScriptedChatModel scripted = new ScriptedChatModel("a", "b");
    private final ChatModel model = new CircuitBreakingChatModel(scripted, breakers);

    @Override
    protected ChatModel model() {
        return model;
    }

    @Override
    protected ChatModel silentModel() {
        scripted.holds(0, "never said");
        return model;
    }

    @Override
    protected String knownModel() {
        return "a";
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "TIMEOUT", "FAILED"})
    void doesNotAskAModelThatFailsAllTheTime(Kind kind) {
        failing(kind, 10);

        assertThat(breakers.isOpen("a")).isTrue();
        assertThatThrownBy(() -> ask("a", new Cancellation()))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("not tried");
        assertThat(scripted.calls()).isEqualTo(10);
        assertThat(state("open")).isEqualTo(1);
        assertThat(state("closed")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"UNAVAILABLE", "TIMEOUT", "FAILED"})
    void doesNotMindWhatIsRefusedForItsOwnSake(Kind kind) {
        failing(kind, 30);

        assertThat(breakers.state("a")).isEqualTo("closed");
    }

    @Test
    void goesOnAskingWhenFourOfTenSucceed() {
        for (int i = 0; i < 9; i++) {
            if (i % 2 == 0) {
                ask("a", new Cancellation());
            } else {
                failing(Kind.FAILED, 1);
            }
        }
        ask("a", new Cancellation());

        assertThat(breakers.state("a")).isEqualTo("closed");
    }

    @Test
    void takesAnAnswerThatBeginsForGood() {
        for (int i = 0; i < 20; i++) {
            scripted.fails(Kind.FAILED, "begun");
            assertThatThrownBy(() -> ask("a", new Cancellation())).isInstanceOf(ModelFailure.class);
        }

        assertThat(breakers.state("a")).isEqualTo("closed");
    }

    @Test
    void keepsModelsApart() {
        failing(Kind.TIMEOUT, 10);

        assertThat(ask("b", new Cancellation())).isEqualTo(Finish.STOP);
    }

    @Test
    void asksAgainAfterFiveSecondsAndIsCuredByTwoGoodAnswers() {
        failing(Kind.UNAVAILABLE, 10);
        clock.advance(Duration.ofSeconds(6));

        ask("a", new Cancellation());
        assertThat(breakers.state("a")).isEqualTo("half_open");
        ask("a", new Cancellation());

        assertThat(breakers.state("a")).isEqualTo("closed");
        assertThat(state("closed")).isEqualTo(1);
    }

    @Test
    void opensAgainWhenTheTrialsFail() {
        failing(Kind.UNAVAILABLE, 10);
        clock.advance(Duration.ofSeconds(6));
        failing(Kind.UNAVAILABLE, 2);

        assertThat(breakers.isOpen("a")).isTrue();
    }

    @Test
    void triesAsOftenWhateverIsCancelledRefusedOrDropped() {
        failing(Kind.UNAVAILABLE, 10);
        clock.advance(Duration.ofSeconds(6));
        for (int i = 0; i < 5; i++) {
            Cancellation cancellation = new Cancellation();
            Hold hold = scripted.holds(0, "never said");
            Thread.startVirtualThread(() -> {
                hold.awaitReached();
                cancellation.cancel();
            });
            assertThat(ask("a", cancellation)).isEqualTo(Finish.CANCELLED);
            failing(Kind.NOT_FOUND, 1);
        }

        assertThat(breakers.state("a")).isEqualTo("half_open");
        ask("a", new Cancellation());
        ask("a", new Cancellation());
        assertThat(breakers.state("a")).isEqualTo("closed");
    }

    @Test
    void tellsNoMoreModelsApartThanItMeasures() {
        for (int i = 0; i < 200; i++) {
            breakers.state("model-" + i);
        }

        assertThat(meters.find("model.circuit.breaker").tag("state", "open").gauges())
                .hasSize(65);
    }

    private double state(String state) {
        return meters.get("model.circuit.breaker")
                .tags("model", "a", "state", state)
                .gauge()
                .value();
    }

    private void failing(Kind kind, int times) {
        for (int i = 0; i < times; i++) {
            scripted.fails(kind);
            assertThatThrownBy(() -> ask("a", new Cancellation())).isInstanceOf(ModelFailure.class);
        }
    }

    private Finish ask(String id, Cancellation cancellation) {
        Prompt prompt = new Prompt(new UserId("usr_mira"), id, List.of(), List.of(), "Well?", 100);
        return model.answer(prompt, text -> {}, cancellation).finish();
    }
}
