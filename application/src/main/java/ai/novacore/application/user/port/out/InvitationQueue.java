package ai.novacore.application.user.port.out;

/** Has invitations mailed in the background: tried again with growing pauses over restarts, and given up at last. */
public interface InvitationQueue {

    /**
     * Queues the mail of an invitation, in the transaction of the caller.
     *
     * @param key names this mail; one that is queued twice is sent once
     */
    void add(String invitation, String key);
}
