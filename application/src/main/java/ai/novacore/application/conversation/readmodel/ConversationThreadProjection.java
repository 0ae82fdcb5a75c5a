package ai.novacore.application.conversation.readmodel;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ThreadTurn.Status;
import ai.novacore.application.shared.Projection;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.ConversationRenamed;
import ai.novacore.domain.conversation.ConversationEvent.ConversationStarted;
import ai.novacore.domain.conversation.ConversationEvent.ConversationTitled;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnFailed;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnRated;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.ConversationEvent.TurnsSetAside;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Folds conversations into {@link ConversationThread}. Turns and what its owner calls it touch a conversation; ratings
 * and the title that the model finds do not.
 */
public final class ConversationThreadProjection implements Projection {
    private final ConversationThreadStore threads;

    public ConversationThreadProjection(ConversationThreadStore threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return "conversation-threads";
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return ConversationEvent.class.isAssignableFrom(eventType) || eventType == UserErased.class;
    }

    @Override
    public void project(DomainEvent event) {
        if (event instanceof ConversationEvent conversationEvent) {
            fold(conversationEvent);
        } else if (event instanceof UserErased erased) {
            threads.removeAll(erased.id());
        }
    }

    private void fold(ConversationEvent event) {
        switch (event) {
            case ConversationStarted e -> start(e);
            case TurnStarted e -> startTurn(e);
            case TurnsSetAside e -> setAside(e);
            case TurnCompleted e ->
                endTurn(e, e.turn(), turn -> turn.completed(e.reply().value(), e.finishReason(), e.usage(), e.at()));
            case TurnInterrupted e ->
                endTurn(e, e.turn(), turn -> turn.interrupted(e.reply().value(), e.reason(), e.usage(), e.at()));
            case TurnFailed e -> endTurn(e, e.turn(), turn -> turn.failed(e.code(), e.at()));
            case ConversationTitled e ->
                change(e.id(), summary -> summary.titled(e.title().value()));
            case ConversationRenamed e ->
                change(e.id(), summary -> summary.withTitle(e.title().value(), e.at()));
            case TurnRated e -> changeTurn(e.turn(), turn -> turn.rated(e.rating(), textOf(e.comment())));
            case ConversationDeleted e -> threads.remove(e.id());
        }
    }

    private static @Nullable String textOf(@Nullable PersonalText text) {
        return text == null ? null : text.value();
    }

    private void start(ConversationStarted e) {
        if (threads.summary(e.id()).isEmpty()) {
            threads.save(new ConversationSummary(e.id(), e.owner(), e.title().value(), e.at(), e.at(), 0));
        }
    }

    private void startTurn(TurnStarted e) {
        if (threads.turn(e.turn()).isPresent()) {
            return;
        }
        threads.saveTurn(new ThreadTurn(
                e.turn(),
                e.id(),
                e.owner(),
                e.prompt().value(),
                null,
                Status.STARTED,
                null,
                null,
                e.model(),
                e.node(),
                null,
                e.memoriesUsed(),
                null,
                null,
                e.at(),
                null,
                null));
        change(e.id(), summary -> summary.withOneMoreTurn(e.at()));
    }

    private void setAside(TurnsSetAside e) {
        int gone = threads.setAside(e.id(), e.turns(), e.by());
        change(e.id(), summary -> summary.withoutTurns(gone));
    }

    private void endTurn(ConversationEvent event, TurnId id, UnaryOperator<ThreadTurn> change) {
        changeTurn(id, change);
        touch(event.id(), event.at());
    }

    private void touch(ConversationId id, Instant at) {
        change(id, summary -> summary.touched(at));
    }

    private void change(ConversationId id, UnaryOperator<ConversationSummary> change) {
        threads.summary(id).map(change).ifPresent(threads::save);
    }

    private void changeTurn(TurnId id, UnaryOperator<ThreadTurn> change) {
        threads.turn(id).map(change).ifPresent(threads::saveTurn);
    }
}
