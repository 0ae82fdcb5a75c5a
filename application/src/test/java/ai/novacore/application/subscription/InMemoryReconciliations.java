package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.ReconciliationStore;
import ai.novacore.application.subscription.readmodel.Reconciliation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps what was found for as long as the test runs. */
public final class InMemoryReconciliations implements ReconciliationStore {
    private List<Reconciliation> runs = new ArrayList<>();

    @Override
    public synchronized void add(Reconciliation reconciliation, int keep) {
        runs.add(reconciliation);
        runs = new ArrayList<>(newest(keep));
    }

    @Override
    public synchronized List<Reconciliation> newest(int limit) {
        return runs.stream()
                .sorted(Comparator.comparing(Reconciliation::startedAt).reversed())
                .limit(limit)
                .toList();
    }
}
