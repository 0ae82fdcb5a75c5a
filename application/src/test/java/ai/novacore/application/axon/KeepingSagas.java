package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.axon.SagaShell.Connection;
import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.Saga;
import ai.novacore.application.user.saga.WhenUserRegisteredThenRequestVerification;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.RandomValues;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A saga that waits is stored as JSON, and goes on from there on any node. */
class KeepingSagas {

    @Test
    void keepsTheProgressOfARegistration() {
        staysTheSame(
                new WhenUserRegisteredThenRequestVerification(), new RegistrationSagaShell(), UserRegistered.class);
    }

    @Test
    void keepsTheProgressOfATurn() {
        staysTheSame(new WhenTurnCompletedThenRemember(), new RememberTurnSagaShell(), TurnStarted.class);
    }

    @Test
    void refusesASagaWithoutAShell() {
        Saga<Void> stray = new Saga<>() {
            @Override
            public Step<Void> react(DomainEvent event, @Nullable Void progress) {
                return Step.end();
            }
        };
        assertThatThrownBy(() -> SagaShells.shellOf(stray)).hasMessageContaining("has no shell");
    }

    @Test
    void refusesAShellWithoutItsSaga() {
        assertThatThrownBy(
                        () -> SagaShells.connect(new TierChangeSagaShell(), List.of(), new InMemoryCommandDispatcher()))
                .hasMessageContaining("has no saga");
        assertThatThrownBy(() -> new TierChangeSagaShell().react(new RandomValues(1).next(UserRegistered.class)))
                .hasMessageContaining("not connected");
    }

    private static <P> void staysTheSame(Saga<P> saga, SagaShell<P> shell, Class<? extends DomainEvent> start) {
        Saga<P> patient = new Saga<>() {
            @Override
            public Step<P> react(DomainEvent event, @Nullable P progress) {
                return new Step<>(saga.react(event, progress).progress(), List.of());
            }
        };
        for (int seed = 0; seed < 50; seed++) {
            shell.connect(new Connection<>(patient, new InMemoryCommandDispatcher()));
            DomainEvent event = new RandomValues(seed).next(start);
            shell.react(event);

            SerializedObject<String> stored = StoredExamples.SERIALIZER.serialize(shell, String.class);
            SagaShell<P> loaded = StoredExamples.SERIALIZER.deserialize(stored);

            assertThat(loaded)
                    .usingRecursiveComparison()
                    .ignoringFields("connection")
                    .isEqualTo(shell);
            assertThat(stored.getData()).contains("progress").doesNotContain("connection", "null");
        }
    }
}
