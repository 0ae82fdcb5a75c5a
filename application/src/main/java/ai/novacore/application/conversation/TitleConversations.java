package ai.novacore.application.conversation;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.conversation.ConversationCommand.TitleConversation;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a conversation the title that the model finds for it, after its first turn. Nothing depends on it: whatever goes
 * wrong, the conversation keeps the first words of its question.
 */
public final class TitleConversations {
    private static final Actor ACTOR = Actor.system("titles");
    private static final Logger LOG = LoggerFactory.getLogger(TitleConversations.class);

    private final CommandDispatcher commands;
    private final Clock clock;

    public TitleConversations(CommandDispatcher commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Asks for a title and keeps it, unless the owner was faster. Takes as long as the model does, and never throws for
     * what it says or fails to say.
     *
     * @param found asks the model; what it says may be long, quoted or in several lines
     */
    public void titled(ConversationId id, UserId owner, Supplier<Optional<String>> found) {
        try {
            found.get()
                    .flatMap(ConversationTitle::found)
                    .ifPresent(title ->
                            commands.dispatch(new TitleConversation(id, ACTOR, clock.instant(), owner, title)));
        } catch (RuntimeException e) {
            LOG.warn("Conversation {} keeps the first words of its question", id.value(), e);
        }
    }
}
