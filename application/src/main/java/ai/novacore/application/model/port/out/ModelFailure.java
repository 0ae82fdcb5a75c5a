package ai.novacore.application.model.port.out;

/** A model gave no complete answer. The message is for operators and holds no text of members or models. */
public final class ModelFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong, as callers tell the difference. */
    public enum Kind {
        /** Nothing answers at its address, or too many wait for it already. */
        UNAVAILABLE("model_unavailable"),
        /** The server runs, but does not have this model. */
        NOT_FOUND("model_not_found"),
        /** The prompt is longer than the model reads at once. */
        TOO_LONG("payload_too_large"),
        /** It took longer than it may. */
        TIMEOUT("model_timeout"),
        /** It broke off, or said something that cannot be understood. */
        FAILED("model_failed");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The code of the HTTP contract. */
        public String code() {
            return code;
        }
    }

    public ModelFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ModelFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
