package ai.novacore.bootstrap.policy;

/** The principles cannot be read, so nothing could be judged by them. */
public final class UnfitPolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitPolicyException(String problem) {
        super(problem);
    }
}
