package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.Paging;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations in memory. */
public final class InMemoryConversationThreads implements ConversationThreadStore {
    private static final Comparator<ThreadTurn> OLDEST_FIRST = Comparator.comparing(ThreadTurn::startedAt)
            .thenComparing(turn -> turn.id().value());

    private final Map<ConversationId, ConversationSummary> summaries = new HashMap<>();
    private final Map<TurnId, ThreadTurn> turns = new HashMap<>();

    @Override
    public synchronized Optional<ConversationThread> find(ConversationId id) {
        return summary(id)
                .map(summary -> new ConversationThread(
                        summary, turnsOf(id).sorted(OLDEST_FIRST).toList()));
    }

    @Override
    public synchronized Optional<ConversationSummary> summary(ConversationId id) {
        return Optional.ofNullable(summaries.get(id));
    }

    @Override
    public synchronized Optional<ThreadTurn> turn(TurnId id) {
        return Optional.ofNullable(turns.get(id));
    }

    @Override
    public synchronized List<ThreadTurn> latestTurns(ConversationId id, @Nullable ThreadTurn before, int most) {
        List<ThreadTurn> all = turnsOf(id)
                .filter(turn -> turn.replacedBy() == null)
                .filter(turn -> before == null || OLDEST_FIRST.compare(turn, before) < 0)
                .sorted(OLDEST_FIRST)
                .toList();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    @Override
    public synchronized int setAside(ConversationId id, Collection<TurnId> gone, TurnId by) {
        List<ThreadTurn> inForce = turnsOf(id)
                .filter(turn -> gone.contains(turn.id()) && turn.replacedBy() == null)
                .toList();
        inForce.forEach(turn -> saveTurn(setAside(turn, by)));
        return inForce.size();
    }

    private static ThreadTurn setAside(ThreadTurn turn, TurnId by) {
        return new ThreadTurn(
                turn.id(),
                turn.conversation(),
                turn.owner(),
                turn.prompt(),
                turn.reply(),
                turn.status(),
                turn.finishReason(),
                turn.failure(),
                turn.model(),
                turn.node(),
                turn.usage(),
                turn.memoriesUsed(),
                turn.rating(),
                turn.ratingComment(),
                turn.startedAt(),
                turn.endedAt(),
                by);
    }

    @Override
    public synchronized Set<TurnId> setAsideAmong(Collection<TurnId> among, @Nullable ThreadTurn from) {
        return turns.values().stream()
                .filter(turn -> among.contains(turn.id()))
                .filter(turn -> turn.replacedBy() != null
                        || (from != null
                                && turn.conversation().equals(from.conversation())
                                && OLDEST_FIRST.compare(turn, from) >= 0))
                .map(ThreadTurn::id)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void save(ConversationSummary summary) {
        summaries.put(summary.id(), summary);
    }

    @Override
    public synchronized void saveTurn(ThreadTurn turn) {
        turns.put(turn.id(), turn);
    }

    @Override
    public synchronized void remove(ConversationId id) {
        summaries.remove(id);
        turns.values().removeIf(turn -> turn.conversation().equals(id));
    }

    @Override
    public synchronized Page<ConversationSummary> list(UserId owner, @Nullable String words, PageRequest page) {
        Stream<ConversationSummary> found = summaries.values().stream()
                .filter(summary -> summary.owner().equals(owner))
                .filter(summary -> words == null || words.isBlank() || stand(words, summary));
        return Paging.page(
                found, summary -> new Cursor(summary.updatedAt(), summary.id().value()), page);
    }

    private boolean stand(String asked, ConversationSummary summary) {
        Set<String> kept = new HashSet<>(SearchWords.of(summary.title()));
        turnsOf(summary.id()).filter(turn -> turn.replacedBy() == null).forEach(turn -> {
            kept.addAll(SearchWords.of(turn.prompt()));
            kept.addAll(SearchWords.of(Optional.ofNullable(turn.reply()).orElse("")));
        });
        List<String> words = SearchWords.askedIn(asked);
        return !words.isEmpty() && words.stream().allMatch(word -> kept.stream().anyMatch(one -> one.startsWith(word)));
    }

    private Stream<ThreadTurn> turnsOf(ConversationId id) {
        return turns.values().stream().filter(turn -> turn.conversation().equals(id));
    }

    @Override
    public synchronized void removeAll(UserId owner) {
        summaries.values().removeIf(summary -> summary.owner().equals(owner));
        turns.values().removeIf(turn -> turn.owner().equals(owner));
    }
}
