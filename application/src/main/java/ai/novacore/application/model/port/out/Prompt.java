package ai.novacore.application.model.port.out;

import ai.novacore.domain.shared.UserId;
import java.util.List;

/**
 * Everything a model is given for one turn.
 *
 * @param owner whose question it is; models share their time fairly among owners
 * @param model the id of the model
 * @param messages the assembled conversation, system message first, the question last
 * @param memories the remembered texts that are already quoted in {@code messages}, best first; for models that cannot
 *     read a prompt as a language model does
 * @param question the question that is also the last of {@code messages}
 * @param maxOutputTokens the cap of the answer
 */
public record Prompt(
        UserId owner,
        String model,
        List<Message> messages,
        List<String> memories,
        String question,
        long maxOutputTokens) {

    public Prompt {
        messages = List.copyOf(messages);
        memories = List.copyOf(memories);
    }

    /** The same with another cap. */
    public Prompt withMaxOutputTokens(long cap) {
        return new Prompt(owner, model, messages, memories, question, cap);
    }

    /** Whose words a message holds. */
    public enum Speaker {
        SYSTEM,
        MEMBER,
        ASSISTANT
    }

    /** One message of the conversation. */
    public record Message(Speaker speaker, String text) {}
}
