package ai.novacore.application.policy.port.in;

/**
 * Judges one answer while it comes in, for one thread at a time. All that it gives out, put together, is the answer up to
 * its end or to what is blocked, however the answer is cut into pieces. With rules only, nothing waits but the end of the
 * text that could become the beginning of something blocked; with a guard model, text comes out a few sentences at a
 * time. What is kept inside is bounded.
 */
public interface AnswerScreen {

    /**
     * Takes the next piece.
     *
     * @return the text that may be shown now; often the piece itself, and empty when all of it has to wait
     * @throws PolicyBlocked when the answer must not go on; it says what may still be shown
     */
    String add(String piece);

    /**
     * Ends the answer.
     *
     * @return the text that had to wait
     * @throws PolicyBlocked when that must not be shown; it says what of it may
     */
    String end();

    /** The strongest decision so far. */
    Verdict verdict();
}
