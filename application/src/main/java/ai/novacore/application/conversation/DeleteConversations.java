package ai.novacore.application.conversation;

import ai.novacore.application.conversation.TurnLedger.Entry;
import ai.novacore.application.conversation.port.in.DeleteConversationsUseCase;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.conversation.port.out.OpenTurnStore.OpenTurn;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.conversation.ConversationCommand.DeleteConversation;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Deletes a person's conversations. A turn that is still being answered is ended here first, on whatever node it runs:
 * its reservation is settled then, and what the model still says is recorded nowhere.
 */
public final class DeleteConversations implements DeleteConversationsUseCase {
    private static final Actor ACTOR = Actor.system("erasure");
    private static final int PAGE = 100;
    /** Longer than the read models need on an ordinary day; on another one the step is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ConversationThreadStore threads;
    private final RunningTurns running;
    private final OpenTurnStore openTurns;
    private final TurnLedger ledger;
    private final CommandDispatcher commands;
    private final ReadModels readModels;
    private final Clock clock;

    public DeleteConversations(
            ConversationThreadStore threads,
            RunningTurns running,
            OpenTurnStore openTurns,
            CommandDispatcher commands,
            ReadModels readModels,
            Clock clock) {
        this.threads = threads;
        this.running = running;
        this.openTurns = openTurns;
        this.ledger = new TurnLedger(commands, openTurns, clock);
        this.commands = commands;
        this.readModels = readModels;
        this.clock = clock;
    }

    @Override
    public void deleteAll(UserId owner) {
        endTurns(owner, conversation -> true, "account_closing");
        readModels.awaitLatest(PATIENCE);
        if (deletePages(owner)) {
            readModels.awaitLatest(PATIENCE);
            if (!threads.list(owner, null, PageRequest.first(1)).items().isEmpty()) {
                throw new IllegalStateException("there are conversations left");
            }
        }
    }

    @Override
    public void delete(UserId owner, ConversationId id) {
        endTurns(owner, id::equals, "deleted");
        DeleteConversation command = new DeleteConversation(id, Actor.member(owner), clock.instant(), owner);
        if (commands.dispatch(command).isEmpty()) {
            throw DomainRejection.notFound();
        }
        readModels.awaitLatest(PATIENCE);
    }

    /** What this node answers ends by itself once it is stopped, and its readers are told; the rest is ended for it. */
    private void endTurns(UserId owner, Predicate<ConversationId> which, String reason) {
        List<LiveTurn> here = running.all().stream()
                .filter(turn ->
                        turn.owner().equals(owner) && which.test(turn.begun().conversation()))
                .toList();
        here.forEach(turn -> turn.stop(reason));
        here.forEach(turn -> turn.awaitEnd(PATIENCE));
        openTurns.of(owner).stream()
                .filter(turn -> which.test(turn.conversation()))
                .forEach(turn -> stop(turn, reason));
    }

    /** Whether there was anything to delete. */
    private boolean deletePages(UserId owner) {
        boolean any = false;
        Cursor after = null;
        do {
            Page<ConversationSummary> page = threads.list(owner, null, new PageRequest(after, PAGE));
            page.items().forEach(this::delete);
            any |= !page.items().isEmpty();
            after = page.next();
        } while (after != null);
        return any;
    }

    private void delete(ConversationSummary summary) {
        commands.dispatch(new DeleteConversation(summary.id(), ACTOR, clock.instant(), summary.owner()));
    }

    private void stop(OpenTurn turn, String reason) {
        ledger.interrupt(Entry.of(turn), "", reason, new TokenUsage(turn.estimatedInput(), turn.pieces()), () -> {});
    }
}
