package ai.novacore.application.reflection;

import ai.novacore.application.reflection.port.out.ReflectionStore;
import ai.novacore.application.shared.Projection;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.util.Set;

/**
 * Tells reflection which conversations have turns to reflect on. It keeps no read model that could be emptied: told the same
 * events again, the store stays as it is.
 */
public final class ReflectionProjection implements Projection {
    private static final Set<Class<?>> CONCERNS = Set.of(
            TurnCompleted.class, TurnInterrupted.class, TurnFailed.class, ConversationDeleted.class, UserErased.class);

    private final ReflectionStore store;

    public ReflectionProjection(ReflectionStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "reflection";
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return CONCERNS.contains(eventType);
    }

    @Override
    public void project(DomainEvent event) {
        switch (event) {
            case TurnCompleted e -> ended(e);
            case TurnInterrupted e -> ended(e);
            case TurnFailed e -> ended(e);
            case ConversationDeleted e -> store.remove(e.id());
            case UserErased e -> store.removeAll(e.id());
            default -> {
                // Of no concern, see above.
            }
        }
    }

    private void ended(ConversationEvent turn) {
        store.turnEnded(turn.id(), turn.owner(), turn.at());
    }
}
