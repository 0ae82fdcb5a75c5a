package ai.novacore.application.shared;

/** There was no free place for the work within the time that a client may be kept waiting. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OverloadedException(String message) {
        super(message);
    }
}
