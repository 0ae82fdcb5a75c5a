package ai.novacore.application.model.port.out;

/**
 * A model answered, also when it was asked once more, in no form that was asked for. To ask again is of no use: at
 * temperature 0 it says the same. The message holds nothing of what it said.
 */
public final class UnusableReply extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableReply(String message) {
        super(message);
    }
}
