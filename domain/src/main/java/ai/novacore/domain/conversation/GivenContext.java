package ai.novacore.domain.conversation;

import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import java.util.List;

/**
 * What a model was given beside a question: with the questions and answers that are in the log, this is the whole prompt.
 *
 * @param instructions the system message, with the memories that are quoted in it
 * @param saidBefore the turns whose question and answer came before the question, oldest first
 */
public record GivenContext(PersonalText instructions, List<TurnId> saidBefore) {
    public GivenContext {
        saidBefore = List.copyOf(saidBefore);
    }
}
