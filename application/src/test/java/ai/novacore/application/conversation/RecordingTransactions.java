package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Notes which events were recorded in one transaction. */
final class RecordingTransactions implements CommandDispatcher {
    private final InMemoryCommandDispatcher log;
    private final List<List<String>> transactions = new CopyOnWriteArrayList<>();

    private final CountDownLatch failed = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failure;

    RecordingTransactions(InMemoryCommandDispatcher log) {
        this.log = log;
    }

    /** The kinds of events of each transaction that recorded any, oldest first. */
    List<List<String>> transactions() {
        return List.copyOf(transactions);
    }

    @Override
    public List<DomainEvent> dispatch(DomainCommand command) {
        return log.dispatch(command);
    }

    /** From now on nothing can be recorded; again when there is no failure. */
    void fail(@Nullable RuntimeException reason) {
        failure = reason;
    }

    /** Waits until something could not be recorded. */
    void awaitFailures() throws InterruptedException {
        assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        RuntimeException reason = failure;
        if (reason != null) {
            failed.countDown();
            throw reason;
        }
        int before = log.events().size();
        T result = log.atomically(work);
        List<DomainEvent> after = log.events();
        if (after.size() > before) {
            transactions.add(after.subList(before, after.size()).stream()
                    .map(event -> event.getClass().getSimpleName())
                    .toList());
        }
        return result;
    }
}
