package ai.novacore.adapters.persistence.conversation;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class JpaConversationThreadStore implements ConversationThreadStore {
    private final ConversationRows conversations;
    private final TurnRows turns;

    JpaConversationThreadStore(ConversationRows conversations, TurnRows turns) {
        this.conversations = conversations;
        this.turns = turns;
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
    public void save(ConversationSummary summary) {
        conversations.save(new ConversationRow(summary));
    }

    @Override
    public void saveTurn(ThreadTurn turn) {
        turns.save(new TurnRow(turn));
    }

    @Override
    public void remove(ConversationId id) {
        conversations.deleteById(id.value());
        turns.deleteAllOf(id.value());
    }

    @Override
    public Page<ConversationSummary> list(UserId owner, @Nullable String words, PageRequest page) {
        Keyset keyset = Keyset.of(page);
        List<ConversationRow> found = conversations.findBy(
                ConversationSearch.of(owner, keyset, Words.patterns(words)),
                query -> query.sortBy(ConversationSearch.LAST_TOUCHED_FIRST)
                        .limit(keyset.limit().max())
                        .all());
        return keyset.page(found, ConversationRow::toSummary, ConversationRow::place);
    }

    @Override
    public void removeAll(UserId owner) {
        conversations.deleteAllBy(owner.value());
        turns.deleteAllBy(owner.value());
    }
}
