package ai.novacore.application.axon;

/**
 * Undoes a part of the running transaction when that part fails, so that a failed event handler can be noted as a dead
 * letter in the very transaction that it failed in.
 */
public interface Savepoint {
    /** Runs {@code work}; when it throws, its writes are undone, and what it threw is passed on. */
    void run(Runnable work);
}
