package ai.novacore.application.axon;

import ai.novacore.application.memory.saga.WhenTurnCompletedThenRemember;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.UserEvent;
import org.jspecify.annotations.Nullable;

/** Whose texts there are in what the backbone stores. */
final class Person {
    private Person() {}

    /** Absent for what holds no personal text, such as quotas and tokens. */
    static @Nullable UserId in(@Nullable Object stored) {
        return switch (stored) {
            case UserEvent event -> event.id();
            case ConversationEvent event -> event.owner();
            case MemoryEvent event -> event.owner();
            case UserAggregate user -> user.id();
            case ConversationAggregate conversation -> conversation.state().owner();
            case MemoryAggregate memory -> memory.state().owner();
            case SagaShell<?> saga -> inProgress(saga.progress());
            case null, default -> null;
        };
    }

    private static @Nullable UserId inProgress(@Nullable Object progress) {
        return progress instanceof WhenTurnCompletedThenRemember.Progress turn ? turn.owner() : null;
    }
}
