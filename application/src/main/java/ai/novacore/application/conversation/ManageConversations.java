package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.in.ManageConversationsUseCase;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.conversation.ConversationCommand.RateTurn;
import ai.novacore.domain.conversation.ConversationCommand.RenameConversation;
import ai.novacore.domain.conversation.Rating;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Renames conversations and rates answers for their owner. */
public final class ManageConversations implements ManageConversationsUseCase {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ConversationThreadStore threads;
    private final CommandDispatcher commands;
    private final ReadModels readModels;
    private final Clock clock;

    public ManageConversations(
            ConversationThreadStore threads, CommandDispatcher commands, ReadModels readModels, Clock clock) {
        this.threads = threads;
        this.commands = commands;
        this.readModels = readModels;
        this.clock = clock;
    }

    @Override
    public ConversationSummary rename(UserId owner, ConversationId id, String title) {
        commands.dispatch(
                new RenameConversation(id, Actor.member(owner), clock.instant(), owner, new PersonalText(title)));
        readModels.awaitLatest(PATIENCE);
        return threads.summary(id).orElseThrow(DomainRejection::notFound);
    }

    @Override
    public void rate(UserId owner, TurnId turn, Rating rating, @Nullable String comment) {
        ThreadTurn rated =
                threads.turn(turn).filter(found -> found.owner().equals(owner)).orElseThrow(DomainRejection::notFound);
        commands.dispatch(new RateTurn(
                rated.conversation(),
                Actor.member(owner),
                clock.instant(),
                owner,
                turn,
                rating,
                comment == null ? null : new PersonalText(comment)));
        readModels.awaitLatest(PATIENCE);
    }
}
