package ai.novacore.application.axon;

import ai.novacore.application.axon.SagaShell.Connection;
import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember;
import ai.novacore.application.quota.saga.WhenTierChangedThenAdjustAllowance;
import ai.novacore.application.shared.Saga;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.user.saga.WhenErasureRequestedThenErase;
import ai.novacore.application.user.saga.WhenUserRegisteredThenRequestVerification;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which shell keeps which saga. */
final class SagaShells {
    private static final Map<Class<?>, Class<? extends SagaShell<?>>> SHELLS = Map.of(
            WhenUserRegisteredThenRequestVerification.class, RegistrationSagaShell.class,
            WhenErasureRequestedThenErase.class, ErasureSagaShell.class,
            WhenTierChangedThenAdjustAllowance.class, TierChangeSagaShell.class,
            WhenTurnCompletedThenRemember.class, RememberTurnSagaShell.class);

    private SagaShells() {}

    static Class<? extends SagaShell<?>> shellOf(Saga<?> saga) {
        Class<? extends SagaShell<?>> shell = SHELLS.get(saga.getClass());
        if (shell == null) {
            throw new IllegalStateException(saga.getClass().getName() + " has no shell");
        }
        return shell;
    }

    /** The stable name under which a saga's position is kept, such as {@code when-tier-changed-then-adjust-allowance}. */
    static String nameOf(Saga<?> saga) {
        return saga.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Gives a shell what it needs to act. */
    static <P> void connect(SagaShell<P> shell, List<Saga<?>> sagas, CommandDispatcher commands) {
        for (Saga<?> saga : sagas) {
            if (shellOf(saga) == shell.getClass()) {
                @SuppressWarnings("unchecked") // SHELLS pairs a saga with the shell of its own progress type
                Saga<P> own = (Saga<P>) saga;
                shell.connect(new Connection<>(own, commands));
                return;
            }
        }
        throw new IllegalStateException(shell.getClass().getName() + " has no saga");
    }
}
