package ai.novacore.application.model.port.out;

/**
 * A language model that answers prompts.
 *
 * <p>Blocking: callers run it on a virtual thread and hold no database connection meanwhile. Every wait inside has a
 * time limit.
 */
public interface ChatModel {

    /**
     * Answers, handing over each piece of text as it comes.
     *
     * @param listener called on the calling thread, in order; what it throws ends the call and is passed on
     * @param cancellation ends the answer early; the model is told to stop, and the call returns promptly with {@link
     *     Completion.Finish#CANCELLED} and the tokens counted until then. Cancelled before the start, the model is not
     *     called
     * @return how it ended, with the model's own token counts where it gave them
     * @throws ModelFailure when there is no complete answer; pieces may have been handed over before
     */
    Completion answer(Prompt prompt, Listener listener, Cancellation cancellation);

    /** Follows one answer. */
    interface Listener {
        /** A piece of the answer: never empty, and never half a character. */
        void text(String piece);

        /**
         * The question has to wait, because the model answers as many as it may already. Told when the waiting begins
         * and whenever the position has changed; not at all to a question whose turn it is at once.
         *
         * @param position how many wait before this question, itself counted: 1 is next. It may grow, when others who
         *     have been served less are let in before. 0, once and last, when its turn has come
         */
        default void queued(int position) {}
    }
}
