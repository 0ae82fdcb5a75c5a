package ai.novacore.application.policy.port.in;

/** A text must not go on. The message holds nothing of the text. */
public final class PolicyBlocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;
    private final transient String before;

    /** @param verdict one that blocks */
    public PolicyBlocked(Verdict verdict) {
        this(verdict, "");
    }

    /**
     * @param verdict one that blocks
     * @param before see {@link #before()}
     */
    public PolicyBlocked(Verdict verdict, String before) {
        super("blocked by " + String.join(", ", verdict.principleIds()), null, false, false);
        this.verdict = verdict;
        this.before = before;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Of an answer, the judged text in front of what is blocked that was not given out yet; it may still be shown. */
    public String before() {
        return before;
    }
}
