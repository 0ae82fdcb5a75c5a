package ai.novacore.domain.conversation;

import ai.novacore.domain.conversation.Conversation.Naming;
import ai.novacore.domain.conversation.Conversation.Status;
import ai.novacore.domain.conversation.Conversation.Turn;
import ai.novacore.domain.conversation.ConversationCommand.CompleteTurn;
import ai.novacore.domain.conversation.ConversationCommand.DeleteConversation;
import ai.novacore.domain.conversation.ConversationCommand.FailTurn;
import ai.novacore.domain.conversation.ConversationCommand.InterruptTurn;
import ai.novacore.domain.conversation.ConversationCommand.RateTurn;
import ai.novacore.domain.conversation.ConversationCommand.RenameConversation;
import ai.novacore.domain.conversation.ConversationCommand.StartTurn;
import ai.novacore.domain.conversation.ConversationCommand.TitleConversation;
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
import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import java.util.List;
import java.util.Objects;

/**
 * A thread of turns, of which several may be open at once. Every turn ends exactly once: the first end that is reported
 * stands, so that the node which answers and the one which takes over from it need not agree on who was first.
 */
public final class ConversationDecider implements Decider<ConversationCommand, ConversationEvent, Conversation> {

    @Override
    public Conversation initial() {
        return Conversation.UNSTARTED;
    }

    @Override
    public List<ConversationEvent> decide(ConversationCommand command, Conversation state) {
        return switch (command) {
            case StartTurn c -> start(c, state);
            case CompleteTurn c ->
                end(
                        c,
                        state,
                        c.turn(),
                        new TurnCompleted(
                                c.id(), c.now(), c.owner(), c.turn(), c.reply(), c.finishReason(), c.usage()));
            case InterruptTurn c ->
                end(
                        c,
                        state,
                        c.turn(),
                        new TurnInterrupted(c.id(), c.now(), c.owner(), c.turn(), c.reply(), c.reason(), c.usage()));
            case FailTurn c -> end(c, state, c.turn(), new TurnFailed(c.id(), c.now(), c.owner(), c.turn(), c.code()));
            case TitleConversation c -> title(c, state);
            case RenameConversation c -> rename(c, state);
            case RateTurn c -> rate(c, state);
            case DeleteConversation c -> delete(c, state);
        };
    }

    private static List<ConversationEvent> start(StartTurn c, Conversation state) {
        TurnStarted started = new TurnStarted(
                c.id(), c.now(), c.owner(), c.turn(), c.prompt(), c.model(), c.memoriesUsed(), c.node(), c.context());
        TurnId replaces = c.replaces();
        if (state.owner() == null && replaces == null) {
            return List.of(new ConversationStarted(c.id(), c.now(), c.owner(), c.title()), started);
        }
        requirePresent(c, state);
        if (state.turns().containsKey(c.turn())) {
            return List.of();
        }
        return replaces == null ? List.of(started) : List.of(started, setAside(c, replaces, state));
    }

    /** What is still being answered has to end first: its end is owed to its readers, and its price to nobody else. */
    private static TurnsSetAside setAside(StartTurn c, TurnId replaced, Conversation state) {
        if (!requireTurn(replaced, state).isInForce()) {
            throw DomainRejection.conflict(
                    "turn_set_aside", "Another question has taken the place of this one before.");
        }
        List<TurnId> turns = state.inForceFrom(replaced);
        if (turns.stream().anyMatch(turn -> requireTurn(turn, state).isOpen())) {
            throw DomainRejection.conflict("turn_in_progress", "An answer is still being given here.");
        }
        return new TurnsSetAside(c.id(), c.now(), c.owner(), c.turn(), turns);
    }

    /** A turn may still be open when its conversation is deleted. Its end is then nobody's concern any more. */
    private static List<ConversationEvent> end(
            ConversationCommand c, Conversation state, TurnId turn, ConversationEvent end) {
        requireOwned(c, state);
        boolean open = requireTurn(turn, state).isOpen();
        return open && !state.deleted() ? List.of(end) : List.of();
    }

    /** The model is slow, and its owner may have named or deleted the conversation by now: then it comes too late. */
    private static List<ConversationEvent> title(TitleConversation c, Conversation state) {
        requireOwned(c, state);
        requireVisible(c.title());
        return state.naming() == Naming.FIRST_WORDS && !state.deleted()
                ? List.of(new ConversationTitled(c.id(), c.now(), c.owner(), c.title()))
                : List.of();
    }

    private static List<ConversationEvent> rename(RenameConversation c, Conversation state) {
        requirePresent(c, state);
        requireVisible(c.title());
        return c.title().equals(state.title())
                ? List.of()
                : List.of(new ConversationRenamed(c.id(), c.now(), c.owner(), c.title()));
    }

    private static List<ConversationEvent> rate(RateTurn c, Conversation state) {
        requirePresent(c, state);
        Turn turn = requireTurn(c.turn(), state);
        if (!turn.isAnswered()) {
            throw DomainRejection.conflict("turn_not_answered", "Only an answer can be rated.");
        }
        return c.rating() == turn.rating() && Objects.equals(c.comment(), turn.comment())
                ? List.of()
                : List.of(new TurnRated(c.id(), c.now(), c.owner(), c.turn(), c.rating(), c.comment()));
    }

    private static List<ConversationEvent> delete(DeleteConversation c, Conversation state) {
        requireOwned(c, state);
        return state.deleted() ? List.of() : List.of(new ConversationDeleted(c.id(), c.now(), c.owner()));
    }

    private static void requireVisible(PersonalText title) {
        if (title.value().isBlank()) {
            throw DomainRejection.invalid("invalid_title", "A title has at least one visible character.");
        }
    }

    private static void requireOwned(ConversationCommand c, Conversation state) {
        if (!c.owner().equals(state.owner())) {
            throw DomainRejection.notFound();
        }
    }

    private static void requirePresent(ConversationCommand c, Conversation state) {
        requireOwned(c, state);
        if (state.deleted()) {
            throw DomainRejection.notFound();
        }
    }

    private static Turn requireTurn(TurnId id, Conversation state) {
        Turn turn = state.turns().get(id);
        if (turn == null) {
            throw DomainRejection.notFound();
        }
        return turn;
    }

    @Override
    public Conversation evolve(Conversation state, ConversationEvent event) {
        return switch (event) {
            case ConversationStarted e -> state.startedBy(e.owner(), e.title());
            case TurnStarted e -> state.opening(e.turn());
            case TurnsSetAside e -> state.settingAside(e.turns(), e.by());
            case TurnCompleted e -> state.ending(e.turn(), Status.COMPLETED);
            case TurnInterrupted e -> state.ending(e.turn(), Status.INTERRUPTED);
            case TurnFailed e -> state.ending(e.turn(), Status.FAILED);
            case ConversationTitled e -> state.named(e.title(), Naming.MODEL);
            case ConversationRenamed e -> state.named(e.title(), Naming.OWNER);
            case TurnRated e -> state.rating(e.turn(), e.rating(), e.comment());
            case ConversationDeleted _ -> state.deleting();
        };
    }
}
