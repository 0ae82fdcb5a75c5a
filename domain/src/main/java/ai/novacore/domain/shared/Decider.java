package ai.novacore.domain.shared;

import java.util.List;

/**
 * The whole behaviour of one kind of aggregate, as two pure functions.
 *
 * <p>Neither function reads a clock, draws a random number or performs I/O: ids, the time and facts from outside
 * arrive inside the command. The same inputs therefore give the same result on every node and in every replay.
 *
 * @param <C> the sealed command type
 * @param <E> the sealed event type
 * @param <S> the state that the events fold into
 * @see <a href="https://thinkbeforecoding.com/post/2021/12/17/functional-event-sourcing-decider">the Decider pattern</a>
 */
public interface Decider<C extends DomainCommand, E extends DomainEvent, S> {

    /** The state of an aggregate that has no events yet. */
    S initial();

    /**
     * What happens when the command meets this state.
     *
     * @return the new events in order; empty when there is nothing left to do, which is success
     * @throws DomainRejection when the command breaks a rule; nothing has happened then
     */
    List<E> decide(C command, S state);

    /** Folds one event into the state. Total: it never throws, whatever event meets whatever state. */
    S evolve(S state, E event);

    /** Folds events in order, starting from {@code state}. */
    default S fold(S state, Iterable<? extends E> events) {
        S current = state;
        for (E event : events) {
            current = evolve(current, event);
        }
        return current;
    }
}
