package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.RandomValues;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An aggregate that comes back from its snapshot is the one that was written. */
class TakingSnapshots {
    private static final int STATES = 200;
    private static final int MOST_EVENTS = 60;

    @ParameterizedTest
    @MethodSource("families")
    void readsBackTheStateThatEventsFoldedInto(Family<?, ?> family) {
        for (int seed = 0; seed < STATES; seed++) {
            Shell<?> written = family.shellAfter(seed % MOST_EVENTS, new RandomValues(seed));

            Shell<?> read = StoredExamples.SERIALIZER.deserialize(snapshotOf(written));

            assertThat(read.state()).as("seed %d", seed).isEqualTo(written.state());
            assertThat(StoredExamples.json(read)).as("seed %d", seed).isEqualTo(StoredExamples.json(written));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void foldsTheSameEventsFromASnapshotAsWithoutOne(Family<?, ?> family) {
        for (int seed = 0; seed < STATES; seed++) {
            foldOn(family, seed);
        }
    }

    /** The engine passes over snapshots of names that nobody knows, and folds the events from the start. */
    @ParameterizedTest
    @ValueSource(strings = {"user.state/1", "conversation.state/1", "conversation.state/2", "quota.state/1"})
    void doesNotReadSnapshotsOfAnEarlierForm(String type) {
        assertThat(EventTypes.isKnown(EventTypes.parse(type))).isFalse();
    }

    private static <E extends DomainEvent, A extends Shell<?>> void foldOn(Family<E, A> family, int seed) {
        A straight = family.shellAfter(MOST_EVENTS, new RandomValues(seed));
        A halted = StoredExamples.SERIALIZER.deserialize(snapshotOf(straight));
        E next = new RandomValues(seed + 1L).next(family.events());

        family.fold().accept(straight, next);
        family.fold().accept(halted, next);

        assertThat(halted.state()).as("seed %d", seed).isEqualTo(straight.state());
    }

    private static SerializedObject<String> snapshotOf(Shell<?> shell) {
        return StoredExamples.SERIALIZER.serialize(shell, String.class);
    }

    static List<Family<?, ?>> families() {
        return Family.all();
    }
}
