package ai.novacore.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code evolve} is total: whatever was stored, in whatever order, the aggregate can be loaded. */
class FoldingEveryEvent {
    private static final int STATES = 200;
    private static final int EVENTS_BEFORE = 40;

    @ParameterizedTest
    @MethodSource("aggregates")
    void worksFromTheInitialStateAndFromAnyOther(Aggregate<?, ?> aggregate) {
        for (int seed = 0; seed < STATES; seed++) {
            RandomValues values = new RandomValues(seed);
            foldEachInto(aggregate, seed % EVENTS_BEFORE, values);
        }
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void givesTheSameStateEachTime(Aggregate<?, ?> aggregate) {
        for (int seed = 0; seed < STATES; seed++) {
            Object once = randomState(aggregate, EVENTS_BEFORE, new RandomValues(seed));
            Object again = randomState(aggregate, EVENTS_BEFORE, new RandomValues(seed));

            assertThat(again).as("seed %d", seed).isEqualTo(once).hasSameHashCodeAs(once);
        }
    }

    static List<Aggregate<?, ?>> aggregates() {
        return Aggregate.ALL;
    }

    private static <C extends DomainCommand, E extends DomainEvent> void foldEachInto(
            Aggregate<C, E> aggregate, int before, RandomValues values) {
        foldEach(aggregate.decider(), aggregate.events(), before, values);
    }

    private static <C extends DomainCommand, E extends DomainEvent, S> void foldEach(
            Decider<C, E, S> decider, Class<E> events, int before, RandomValues values) {
        S state = decider.fold(decider.initial(), some(events, before, values));
        for (Class<?> permitted : events.getPermittedSubclasses()) {
            E event = events.cast(values.next(permitted));
            assertThat(decider.evolve(state, event)).as("%s", permitted).isNotNull();
            assertThat(decider.evolve(decider.initial(), event))
                    .as("%s", permitted)
                    .isNotNull();
        }
    }

    private static <C extends DomainCommand, E extends DomainEvent> Object randomState(
            Aggregate<C, E> aggregate, int length, RandomValues values) {
        return folded(aggregate.decider(), some(aggregate.events(), length, values));
    }

    private static <C extends DomainCommand, E extends DomainEvent, S> S folded(
            Decider<C, E, S> decider, List<E> events) {
        return decider.fold(decider.initial(), events);
    }

    private static <E> List<E> some(Class<E> events, int length, RandomValues values) {
        List<E> made = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            made.add(values.next(events));
        }
        return made;
    }
}
