package ai.novacore.application.subscription.port.out;

import ai.novacore.application.subscription.readmodel.Reconciliation;
import java.util.List;

/** Keeps what reconciliations found. */
public interface ReconciliationStore {
    /** Adds it, and forgets the oldest beyond the newest {@code keep}. */
    void add(Reconciliation reconciliation, int keep);

    /** The newest first. */
    List<Reconciliation> newest(int limit);
}
