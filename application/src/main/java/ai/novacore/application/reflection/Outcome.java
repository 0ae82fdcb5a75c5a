package ai.novacore.application.reflection;

/** What became of something that was found. */
enum Outcome {
    /** It is new. */
    STORED,
    /** It was known; now it has more evidence. */
    SUPPORTED,
    /** It was known with all its evidence. */
    REPEATED,
    /** A memory that it contradicts was retired; counted beside {@link #STORED}. */
    SUPERSEDED,
    /** The member did not say so in the turns it names. */
    UNGROUNDED,
    /** It comes from what was recalled or from what the assistant said. */
    ECHOED,
    /** It is nothing worth remembering. */
    TRIVIAL,
    /** It tells the assistant what to do, or hides something. */
    INSTRUCTING,
    /** It is a password or the like, which is better forgotten. */
    SECRET,
    /** The shelf is full. */
    NO_ROOM
}
