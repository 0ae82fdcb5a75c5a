package ai.novacore.application.backbone.port.out;

/** Lets a handler try an event again that it failed on. */
public interface DeadLetterRetry {
    /** How often it may fail before only a person can decide about it. */
    int MOST_ATTEMPTS = 6;

    /**
     * Tries it now, whenever it was due; when that succeeds, also what waited behind it.
     *
     * @return whether it was tried: it was there, the first of its line, and nobody else was at it
     */
    boolean retry(String processor, String eventId);
}
