package ai.novacore.application.model.port.out;

import java.util.function.Consumer;

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
     * @param onText called on the calling thread, in order, with non-empty pieces; what it throws ends the call and is
     *     passed on
     * @param cancellation ends the answer early; the model is told to stop, and the call returns promptly with {@link
     *     Completion.Finish#CANCELLED} and the tokens counted until then. Cancelled before the start, the model is not
     *     called
     * @return how it ended, with the model's own token counts where it gave them
     * @throws ModelFailure when there is no complete answer; pieces may have been handed over before
     */
    Completion answer(Prompt prompt, Consumer<String> onText, Cancellation cancellation);
}
