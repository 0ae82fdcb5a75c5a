package ai.novacore.application.support.history;

import ai.novacore.application.support.port.in.HistoryQuery.Kind;
import ai.novacore.domain.conversation.ConversationDecider;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.MemoryDecider;
import ai.novacore.domain.memory.MemoryEvent;
import ai.novacore.domain.quota.QuotaDecider;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Decider;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Ids;
import ai.novacore.domain.subscription.SubscriptionDecider;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.user.UserDecider;
import ai.novacore.domain.user.UserEvent;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the events of one kind of aggregate become its state: by the product's own {@code evolve}.
 *
 * @param <E> the events
 * @param <S> the state
 */
final class Folding<E extends DomainEvent, S> {
    private static final Map<Kind, Folding<?, ?>> ALL = Map.of(
            Kind.USER, new Folding<>(UserEvent.class, new UserDecider(), id -> Ids.isValid("usr_", id)),
            Kind.SUBSCRIPTION,
                    new Folding<>(SubscriptionEvent.class, new SubscriptionDecider(), id -> Ids.isValid("sub_", id)),
            Kind.QUOTA, new Folding<>(QuotaEvent.class, new QuotaDecider(), Folding::isQuota),
            Kind.MEMORY, new Folding<>(MemoryEvent.class, new MemoryDecider(), id -> Ids.isValid("mem_", id)),
            Kind.CONVERSATION,
                    new Folding<>(ConversationEvent.class, new ConversationDecider(), id -> Ids.isValid("cnv_", id)));

    private final Class<E> events;
    private final Decider<?, E, S> decider;
    private final Predicate<String> ids;

    private Folding(Class<E> events, Decider<?, E, S> decider, Predicate<String> ids) {
        this.events = events;
        this.decider = decider;
        this.ids = ids;
    }

    static Folding<?, ?> of(Kind kind) {
        Folding<?, ?> folding = ALL.get(kind);
        if (folding == null) {
            throw new IllegalStateException("nothing folds " + kind);
        }
        return folding;
    }

    private static boolean isQuota(String id) {
        try {
            QuotaId.parse(id);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** Whether an id has the form of this kind. */
    boolean names(String id) {
        return ids.test(id);
    }

    /** The state before the first event. */
    S beginning() {
        return decider.initial();
    }

    /**
     * Goes on from a state of this kind.
     *
     * @param passedOver how many events were left out on the way to it
     * @throws ClassCastException when it is of another kind
     */
    @SuppressWarnings("unchecked") // compared with what this kind begins with
    Run<E, S> from(Object state, long passedOver) {
        return new Run<>(this, (S) decider.initial().getClass().cast(state), passedOver);
    }

    /** A state on its way through the events. */
    static final class Run<E extends DomainEvent, S> {
        private final Folding<E, S> folding;
        private S state;
        private long passedOver;

        private Run(Folding<E, S> folding, S state, long passedOver) {
            this.folding = folding;
            this.state = state;
            this.passedOver = passedOver;
        }

        /** Takes the next event, or passes over one that is not understood. */
        void take(@Nullable DomainEvent event) {
            if (folding.events.isInstance(event)) {
                state = folding.decider.evolve(state, folding.events.cast(event));
            } else {
                passedOver++;
            }
        }

        S state() {
            return state;
        }

        long passedOver() {
            return passedOver;
        }
    }
}
