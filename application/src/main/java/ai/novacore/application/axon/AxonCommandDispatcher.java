package ai.novacore.application.axon;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.OverloadedException;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Sends commands over Axon's command bus, and tries again what lost a race for a stream. */
final class AxonCommandDispatcher implements CommandDispatcher {
    private static final int ATTEMPTS = 12;

    /**
     * How many units of work may be under way at once. Each holds a database connection, also while it waits for a
     * stream that another one is changing; with more of them than connections, readers would starve.
     */
    private static final int MOST_AT_ONCE = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);

    private final CommandBus commandBus;
    private final TransactionManager transactions;
    private final Traces traces;
    private final Retry lostRace = Retry.of(
            "lost-race",
            RetryConfig.custom()
                    .maxAttempts(ATTEMPTS)
                    .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(
                            Duration.ofMillis(2), 1.6, 0.5, Duration.ofMillis(200)))
                    .retryOnException(AxonCommandDispatcher::isLostRace)
                    .build());

    AxonCommandDispatcher(CommandBus commandBus, TransactionManager transactions, Traces traces) {
        this.traces = traces;
        this.commandBus = commandBus;
        this.transactions = transactions;
    }

    @Override
    public List<DomainEvent> dispatch(DomainCommand command) {
        return CurrentUnitOfWork.isStarted()
                ? send(command)
                : lostRace.executeSupplier(() -> inTurn(() -> send(command)));
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        return CurrentUnitOfWork.isStarted()
                ? work.get()
                : lostRace.executeSupplier(() -> inTurn(() -> inOneUnit(work)));
    }

    private <T> T inTurn(Supplier<T> unit) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OverloadedException("no command could be started within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException("interrupted while waiting to start a command");
        }
        try {
            return unit.get();
        } finally {
            places.release();
        }
    }

    private <T> T inOneUnit(Supplier<T> work) {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("atomically"));
        unit.attachTransaction(transactions);
        ResultMessage<T> result = unit.executeWithResult(work::get);
        return unwrap(result);
    }

    private List<DomainEvent> send(DomainCommand command) {
        return traces.command(command, trace -> {
            FutureCallback<DomainCommand, List<DomainEvent>> done = new FutureCallback<>();
            commandBus.dispatch(
                    new GenericCommandMessage<>(command, Metadata.of(Correlation.current(), command.actor(), trace)),
                    done);
            return unwrap(done.getResult());
        });
    }

    private static <T> T unwrap(ResultMessage<? extends T> result) {
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        Throwable cause = result.exceptionResult();
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("a command handler threw a checked exception", cause);
    }

    private static boolean isLostRace(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof DeadlockException;
    }
}
