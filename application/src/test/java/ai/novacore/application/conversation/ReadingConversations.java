package ai.novacore.application.conversation;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingConversations {
    private static final UserId ADA = new UserId("usr_ada");
    private static final UserId BOB = new UserId("usr_bob");
    private static final ConversationThread TALK = new ConversationThread(
            new ConversationSummary(new ConversationId("cnv_1"), ADA, "Engines", NOON, NOON, 0), List.of());

    private final ConversationReader reader = new ConversationReader(new OneThread());

    @Test
    void showsAPersonTheirOwnThread() {
        assertThat(reader.get(ADA, TALK.summary().id())).isEqualTo(TALK);
    }

    @Test
    void saysTheSameOfSomebodyElsesAsOfWhatDoesNotExist() {
        assertNotFound(BOB, TALK.summary().id());
        assertNotFound(ADA, new ConversationId("cnv_2"));
    }

    @Test
    void listsAPersonsOwn() {
        assertThat(reader.list(ADA, "engines", PageRequest.first(5)).items()).containsExactly(TALK.summary());
        assertThat(reader.list(BOB, "engines", PageRequest.first(5)).items()).isEmpty();
        assertThat(reader.list(ADA, null, PageRequest.first(5)).items()).isEmpty();
    }

    private void assertNotFound(UserId owner, ConversationId id) {
        assertThatThrownBy(() -> reader.get(owner, id))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("not_found"));
    }

    /** Ada's one thread, which the list finds by the word "engines" only. */
    private static final class OneThread implements ConversationThreadStore {
        @Override
        public Optional<ConversationThread> find(ConversationId id) {
            return TALK.summary().id().equals(id) ? Optional.of(TALK) : Optional.empty();
        }

        @Override
        public Page<ConversationSummary> list(UserId owner, @Nullable String words, PageRequest page) {
            boolean found = TALK.summary().owner().equals(owner) && Objects.equals(words, "engines");
            return new Page<>(found ? List.of(TALK.summary()) : List.of(), null);
        }

        @Override
        public Optional<ConversationSummary> summary(ConversationId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ThreadTurn> turn(TurnId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ThreadTurn> latestTurns(ConversationId id, @Nullable ThreadTurn before, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int setAside(ConversationId id, Collection<TurnId> turns, TurnId by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<TurnId> setAsideAmong(Collection<TurnId> turns, @Nullable ThreadTurn from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void save(ConversationSummary summary) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void saveTurn(ThreadTurn turn) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(ConversationId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeAll(UserId owner) {
            throw new UnsupportedOperationException();
        }
    }
}
