package ai.novacore.domain.memory;

/** Why a memory was forgotten. */
public enum ForgetReason {
    /** The member wanted it. */
    MEMBER,
    /** Its time was over. */
    EXPIRED,
    /** Newer memories needed its place, as the member's tier has no room for more. */
    ROOM,
    /** The run that had found it was undone. */
    UNDONE,
    /** The account is being erased. */
    ERASURE
}
