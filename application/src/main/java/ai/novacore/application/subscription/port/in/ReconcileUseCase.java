package ai.novacore.application.subscription.port.in;

import ai.novacore.application.subscription.readmodel.Reconciliation;
import java.util.List;

/** Compares what we know of subscriptions with what Stripe says. */
public interface ReconcileUseCase {

    /**
     * Compares all of them, now. What differs is repaired a moment later, by the same path as what Stripe tells by itself.
     *
     * @return what was found; also when it broke off because Stripe did not answer
     */
    Reconciliation reconcile();

    /** The last runs, the newest first. */
    List<Reconciliation> runs(int limit);
}
