package ai.novacore.application.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * Takes snapshots on one thread of their own. Left to itself Axon takes them on the thread of the command, which still
 * holds the lock of its aggregate then and waits for a connection; those who have all connections may be waiting for that
 * lock. It also spares whoever sent the command the wait. A stream stands in line once at the most, which bounds the line.
 */
final class BackgroundSnapshots implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("snapshots").factory());
    private final TransactionManager transactions;

    BackgroundSnapshots(TransactionManager transactions) {
        this.transactions = transactions;
    }

    Snapshotter snapshotter(Configuration axon) {
        List<AggregateFactory<?>> factories = new ArrayList<>();
        axon.findModules(AggregateConfiguration.class).forEach(module -> factories.add(module.aggregateFactory()));
        return AggregateSnapshotter.builder()
                .eventStore(axon.eventStore())
                .transactionManager(transactions)
                .repositoryProvider(axon::repository)
                .aggregateFactories(factories)
                .executor(thread)
                .build();
    }

    /** Ends without what has not begun: a snapshot that was not taken is taken after the next command. */
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
