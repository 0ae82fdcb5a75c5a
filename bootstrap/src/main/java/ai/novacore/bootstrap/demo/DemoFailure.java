package ai.novacore.bootstrap.demo;

/** The tour cannot go on. */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /** @param advice what to do about it; may be empty */
    DemoFailure(String what, String advice) {
        super(what);
        this.advice = advice;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String advice() {
        return advice;
    }
}
