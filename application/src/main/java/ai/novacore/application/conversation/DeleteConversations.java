package ai.novacore.application.conversation;

import ai.novacore.application.conversation.TurnLedger.Entry;
import ai.novacore.application.conversation.port.in.DeleteConversationsUseCase;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.conversation.readmodel.ThreadTurn.Status;
import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.conversation.ConversationCommand.DeleteConversation;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
    private final TurnLedger ledger;
    private final CommandDispatcher commands;
    private final ReadModels readModels;
    private final Clock clock;

    public DeleteConversations(
            ConversationThreadStore threads,
            RunningTurns running,
            CommandDispatcher commands,
            ReadModels readModels,
            Clock clock) {
        this.threads = threads;
        this.running = running;
        this.ledger = new TurnLedger(commands, clock);
        this.commands = commands;
        this.readModels = readModels;
        this.clock = clock;
    }

    @Override
    public void deleteAll(UserId owner) {
        running.cancelAll(owner);
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
        Predicate<ThreadTurn> theirs = turn -> turn.owner().equals(owner);
        List<ThreadTurn> open = openTurns(id).filter(theirs).toList();
        open.forEach(turn -> running.find(turn.id(), owner).ifPresent(Cancellation::cancel));
        open.forEach(turn -> stop(turn, "deleted"));
        DeleteConversation command = new DeleteConversation(id, Actor.member(owner), clock.instant(), owner);
        if (commands.dispatch(command).isEmpty()) {
            throw DomainRejection.notFound();
        }
        readModels.awaitLatest(PATIENCE);
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
        openTurns(summary.id()).forEach(turn -> stop(turn, "account_closing"));
        commands.dispatch(new DeleteConversation(summary.id(), ACTOR, clock.instant(), summary.owner()));
    }

    private Stream<ThreadTurn> openTurns(ConversationId id) {
        return threads.find(id).map(ConversationThread::turns).orElse(List.of()).stream()
                .filter(turn -> turn.status() == Status.STARTED);
    }

    private void stop(ThreadTurn turn, String reason) {
        ledger.interrupt(
                new Entry(
                        QuotaId.on(turn.owner(), turn.startedAt()),
                        turn.conversation(),
                        turn.owner(),
                        turn.id(),
                        turn.model()),
                "",
                reason,
                new TokenUsage(TokenEstimate.of(turn.prompt()), 0));
    }
}
