package ai.novacore.domain.memory;

/** Why a memory was forgotten. */
public enum ForgetReason {
    /** The member wanted it. */
    MEMBER,
    /** Its time was over. */
    EXPIRED,
    /** The account is being erased. */
    ERASURE
}
