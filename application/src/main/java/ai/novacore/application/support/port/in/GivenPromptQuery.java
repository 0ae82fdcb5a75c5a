package ai.novacore.application.support.port.in;

import ai.novacore.application.model.port.out.Prompt.Speaker;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import java.time.Instant;
import java.util.List;

/** What a model was given for a turn. Only reads. */
public interface GivenPromptQuery {

    /** One message of a prompt; the text is masked unless it was asked for. */
    record GivenMessage(Speaker speaker, String text) {}

    /**
     * A prompt as a model was given it.
     *
     * @param sequence the event of the conversation that began the turn
     * @param complete whether this is all, word for word; not for turns that began before it was kept, of which only the
     *     question is known, nor where an event is not understood any more
     * @param messages the system message first, the question last
     * @param memories those that the system message quotes, best first
     */
    record GivenPrompt(
            TurnId turn,
            long sequence,
            Instant at,
            String model,
            boolean complete,
            List<GivenMessage> messages,
            List<RecalledMemory> memories) {
        public GivenPrompt {
            messages = List.copyOf(messages);
            memories = List.copyOf(memories);
        }
    }

    /**
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found} when there is no such turn in this conversation
     */
    GivenPrompt prompt(ConversationId conversation, TurnId turn, boolean unmasked);
}
