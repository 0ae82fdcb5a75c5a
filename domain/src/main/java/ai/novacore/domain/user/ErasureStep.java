package ai.novacore.domain.user;

/** What has to be ended and deleted before an account is gone, in the order in which it is tried. */
public enum ErasureStep {
    /** Nobody is logged in any more. */
    SESSIONS,
    /** Nothing is charged any more. */
    BILLING,
    CONVERSATIONS,
    MEMORIES,
    /** The password and every token. */
    CREDENTIALS,
    /** The farewell is sent and the address is free again; not before all that comes first, because it says so. */
    ADDRESS,
    /** What the log holds of the person can't be read any more, by anybody: the last step, as there is no way back. */
    KEY
}
