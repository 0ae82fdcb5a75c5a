package ai.novacore.application.policy.port.in;

/**
 * Judges texts by the principles. Never fails: when a judge does, the configured choice is the verdict. Safe for use by
 * many threads. Without a guard model it is done in the time of reading; with one it takes as long as that is allowed.
 */
public interface JudgeTextUseCase {

    /** Judges what is to be sent to a model. */
    Verdict prompt(String text);

    /** Judges a text of which nobody says where it comes from, as a prompt and as an answer. */
    Verdict text(String text);

    /** Opens a screen for one answer of a model. */
    AnswerScreen answer();
}
