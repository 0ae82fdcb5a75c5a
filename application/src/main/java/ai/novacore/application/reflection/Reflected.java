package ai.novacore.application.reflection;

/** How far reflection came with a conversation. */
enum Reflected {
    DONE,
    /** Its time was up; the rest comes with the next run. */
    UNFINISHED,
    /** Something went wrong; it is tried again. */
    FAILED,
    /** Something went wrong too often. */
    PARKED
}
