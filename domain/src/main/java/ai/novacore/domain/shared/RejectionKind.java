package ai.novacore.domain.shared;

/** What sort of rule was broken; the HTTP door maps each kind to one status. */
public enum RejectionKind {
    /** The command makes no sense as it is. */
    INVALID,
    /** The thing does not exist for this actor. */
    NOT_FOUND,
    /** Whoever asks has not shown who they are, or no longer can. */
    UNAUTHENTICATED,
    /** The actor may not do this. */
    FORBIDDEN,
    /** It clashes with the present state. */
    CONFLICT,
    /** It was right once, and its time is over. */
    EXPIRED,
    /** A limit is used up. */
    LIMIT_REACHED
}
