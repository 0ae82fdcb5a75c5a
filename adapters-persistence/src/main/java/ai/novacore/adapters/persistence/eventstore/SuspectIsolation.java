package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.application.axon.Isolation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles an event in the transaction of its batch, which costs nothing, until the handling fails. The batch is then
 * rolled back as a whole and tried again, and this time the suspect is handled in a transaction of its own: when that
 * fails too, only that one is rolled back, and the batch goes on to note a dead letter. Savepoints would not do, because
 * JPA gives a transaction up for good at its first failure.
 */
final class SuspectIsolation implements Isolation {
    private static final int MOST_SUSPECTS = 1_000;

    private final TransactionTemplate ownTransaction;
    private final Runnable giveUpBatch;
    private final Runnable writeDown;
    private final Set<String> suspects = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_SUSPECTS;
        }
    }));

    /**
     * @param giveUpBatch sees to it that the running transaction is rolled back in the end
     * @param writeDown has the running transaction send what it only holds in memory as yet: what the database refuses must
     *     be known while it is known whose it is, and not at the end of the batch
     */
    SuspectIsolation(PlatformTransactionManager transactions, Runnable giveUpBatch, Runnable writeDown) {
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.giveUpBatch = giveUpBatch;
        this.writeDown = writeDown;
    }

    @Override
    public void run(String eventId, Runnable work) {
        if (suspects.contains(eventId)) {
            ownTransaction.executeWithoutResult(transaction -> work.run());
            suspects.remove(eventId);
            return;
        }
        try {
            work.run();
            writeDown.run();
        } catch (RuntimeException e) {
            suspects.add(eventId);
            giveUpBatch.run();
            throw e;
        }
    }
}
