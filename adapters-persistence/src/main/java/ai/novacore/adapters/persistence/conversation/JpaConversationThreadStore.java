package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.adapters.persistence.Keyset;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JpaConversationThreadStore implements ConversationThreadStore {
    private final ConversationRows conversations;
    private final TurnRows turns;
    private final ConversationSearch search;

    JpaConversationThreadStore(ConversationRows conversations, TurnRows turns, ConversationSearch search) {
        this.conversations = conversations;
        this.turns = turns;
        this.search = search;
    }

    @Override
    public Optional<ConversationThread> find(ConversationId id) {
        return summary(id).map(summary -> new ConversationThread(summary, turnsOf(id)));
    }

    private List<ThreadTurn> turnsOf(ConversationId id) {
        return turns.findByConversationOrderByStartedAtAscIdAsc(id.value()).stream()
                .map(TurnRow::toTurn)
                .toList();
    }

    @Override
    public Optional<ConversationSummary> summary(ConversationId id) {
        return conversations.findById(id.value()).map(ConversationRow::toSummary);
    }

    @Override
    public Optional<ThreadTurn> turn(TurnId id) {
        return turns.findById(id.value()).map(TurnRow::toTurn);
    }

    @Override
    public List<ThreadTurn> latestTurns(ConversationId id, @Nullable ThreadTurn before, int most) {
        return turns
                .findLatest(
                        id.value(),
                        startOf(before),
                        before == null ? "" : before.id().value(),
                        Limit.of(most))
                .reversed()
                .stream()
                .map(TurnRow::toTurn)
                .toList();
    }

    private static Instant startOf(@Nullable ThreadTurn turn) {
        return turn == null ? Keyset.END_OF_TIME : Columns.time(turn.startedAt());
    }

    @Override
    public int setAside(ConversationId id, Collection<TurnId> gone, TurnId by) {
        String[] ids = ids(gone);
        search.removeParts(id, ids);
        return turns.setAside(ids, by.value());
    }

    @Override
    public Set<TurnId> setAsideAmong(Collection<TurnId> among, @Nullable ThreadTurn from) {
        String conversation = from == null ? "" : from.conversation().value();
        String id = from == null ? "" : from.id().value();
        return turns.findSetAside(ids(among), conversation, startOf(from), id).stream()
                .map(TurnId::new)
                .collect(Collectors.toSet());
    }

    private static String[] ids(Collection<TurnId> turns) {
        return turns.stream().map(TurnId::value).toArray(String[]::new);
    }

    @Override
    public void save(ConversationSummary summary) {
        conversations.save(new ConversationRow(summary));
        search.put(summary);
    }

    @Override
    public void saveTurn(ThreadTurn turn) {
        turns.save(new TurnRow(turn));
        if (turn.replacedBy() == null) {
            search.put(turn);
        }
    }

    @Override
    public void remove(ConversationId id) {
        conversations.deleteById(id.value());
        turns.deleteAllOf(id.value());
        search.remove(id);
    }

    @Override
    public Page<ConversationSummary> list(UserId owner, @Nullable String words, PageRequest page) {
        Keyset keyset = Keyset.of(page);
        List<ConversationRow> found = words == null || words.isBlank()
                ? conversations.findPage(owner.value(), keyset.at(), keyset.id(), keyset.limit())
                : withWords(owner, ConversationSearch.queries(owner, words), keyset);
        return keyset.page(found, ConversationRow::toSummary, ConversationRow::place);
    }

    /** Nothing is found by punctuation. */
    private List<ConversationRow> withWords(UserId owner, String[] queries, Keyset keyset) {
        return queries.length == 0
                ? List.of()
                : conversations.findWords(
                        owner.value(),
                        keyset.at(),
                        keyset.id(),
                        queries,
                        queries.length,
                        keyset.limit().max());
    }

    @Override
    public void removeAll(UserId owner) {
        conversations.deleteAllBy(owner.value());
        turns.deleteAllBy(owner.value());
        search.removeAll(owner);
    }
}
