package ai.novacore.application.axon;

/**
 * Keeps a failing event handler from spoiling the transaction that it runs in, which also holds other handlers' work and
 * the processor's place in the log.
 */
public interface Isolation {
    /**
     * Runs the handling of an event. When it throws, its writes are undone, and what it threw is passed on; the
     * transaction around it may have to be started over, and then succeeds without it.
     */
    void run(String eventId, Runnable work);
}
