package ai.novacore.application.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.reflection.port.out.ReflectionStore;
import ai.novacore.application.reflection.port.out.ReflectionStore.Pending;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ReflectionStore} promises. */
public abstract class ReflectionStoreContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId NOOR = new UserId("usr_noor");
    private static final ConversationId ONE = new ConversationId("cnv_1");
    private static final ConversationId TWO = new ConversationId("cnv_2");
    private static final ConversationId THREE = new ConversationId("cnv_3");
    private static final TurnId FIRST = new TurnId("trn_1");
    private static final TurnId SECOND = new TurnId("trn_2");
    private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");
    private static final RunId RUN = new RunId("run_1");
    private static final RunId OTHER = new RunId("run_2");

    /** An empty one; the same one throughout a test. */
    protected abstract ReflectionStore store();

    @Test
    void namesWhatHasSettled() {
        store().turnEnded(ONE, MIRA, T);
        store().turnEnded(TWO, MIRA, T.plusSeconds(60));

        assertThat(due(T)).isEmpty();
        assertThat(due(T.plusSeconds(1))).containsExactly(new Pending(ONE, MIRA, null, T, 0));
        assertThat(due(T.plusSeconds(61))).hasSize(2);
    }

    @Test
    void pagesByOwnerAndId() {
        store().turnEnded(THREE, MIRA, T);
        store().turnEnded(ONE, NOOR, T);
        store().turnEnded(TWO, MIRA, T);

        List<Pending> first = store().pending(null, 2);
        assertThat(first).extracting(Pending::conversation).containsExactly(TWO, THREE);
        assertThat(store().pending(first.getLast(), 2))
                .extracting(Pending::conversation)
                .containsExactly(ONE);
        assertThat(store().due(T.plusSeconds(1), T, first.getFirst(), 1))
                .extracting(Pending::conversation)
                .containsExactly(THREE);
    }

    @Test
    void isOpenedAgainByANewTurnOnly() {
        store().turnEnded(ONE, MIRA, T);
        store().settled(ONE, T);
        assertThat(store().pending(null, 9)).isEmpty();

        store().turnEnded(ONE, MIRA, T);
        store().turnEnded(ONE, MIRA, T.minusSeconds(9));
        assertThat(store().pending(null, 9)).isEmpty();

        store().turnEnded(ONE, MIRA, T.plusSeconds(5));
        assertThat(store().pending(null, 9)).containsExactly(new Pending(ONE, MIRA, null, T.plusSeconds(5), 0));
    }

    @Test
    void staysOpenWhenATurnEndedMeanwhile() {
        store().turnEnded(ONE, MIRA, T.plusSeconds(5));
        store().settled(ONE, T);

        assertThat(store().pending(null, 9)).hasSize(1);
    }

    @Test
    void goesOnFromWhereItWas() {
        store().turnEnded(ONE, MIRA, T);

        assertThat(store().advance(ONE, FIRST, SECOND)).isFalse();
        assertThat(store().advance(ONE, null, FIRST)).isTrue();
        assertThat(store().advance(ONE, null, FIRST)).isFalse();
        assertThat(store().advance(ONE, FIRST, SECOND)).isTrue();
        assertThat(store().pending(null, 9)).containsExactly(new Pending(ONE, MIRA, SECOND, T, 0));
        assertThat(store().advance(TWO, null, FIRST)).isFalse();
    }

    @Test
    void triesAgainLaterAndThenParks() {
        store().turnEnded(ONE, MIRA, T);
        store().retryAt(ONE, T.plusSeconds(60));

        assertThat(store().due(T.plusSeconds(1), T.plusSeconds(59), null, 9)).isEmpty();
        assertThat(store().due(T.plusSeconds(1), T.plusSeconds(60), null, 9))
                .containsExactly(new Pending(ONE, MIRA, null, T, 1));
        store().park(ONE, "model_timeout");
        assertThat(store().parked()).isEqualTo(1);
        assertThat(due(T.plusSeconds(99_999))).isEmpty();
        assertThat(store().pending(null, 9)).hasSize(1);
    }

    @Test
    void takesUpWhatIsParkedWhenItGoesWellOrHasANewTurn() {
        store().turnEnded(ONE, MIRA, T);
        store().retryAt(ONE, T.plusSeconds(60));
        store().park(ONE, "model_timeout");
        store().turnEnded(ONE, MIRA, T.plusSeconds(1));
        assertThat(due(T.plusSeconds(2))).containsExactly(new Pending(ONE, MIRA, null, T.plusSeconds(1), 0));

        store().park(ONE, "model_timeout");
        store().settled(ONE, T.plusSeconds(1));
        assertThat(store().parked()).isZero();
    }

    @Test
    void forgetsConversationsAndPeople() {
        store().turnEnded(ONE, MIRA, T);
        store().turnEnded(TWO, MIRA, T);
        store().turnEnded(THREE, NOOR, T);
        store().remove(ONE);
        store().remove(ONE);
        assertThat(store().pending(null, 9)).extracting(Pending::conversation).containsExactly(TWO, THREE);

        store().removeAll(MIRA);
        assertThat(store().pending(null, 9)).extracting(Pending::conversation).containsExactly(THREE);
        assertThat(store().advance(TWO, null, FIRST)).isFalse();
    }

    @Test
    void letsOneRunAtATimeGoOn() {
        assertThat(store().begin(RUN, T, T.plusSeconds(60))).isTrue();
        assertThat(store().begin(OTHER, T.plusSeconds(59), T.plusSeconds(99))).isFalse();
        assertThat(store().extend(RUN, T.plusSeconds(120))).isTrue();
        assertThat(store().begin(OTHER, T.plusSeconds(60), T.plusSeconds(99))).isFalse();
        store().end(OTHER);
        assertThat(store().begin(OTHER, T.plusSeconds(61), T.plusSeconds(99))).isFalse();
        store().end(RUN);
        assertThat(store().begin(OTHER, T.plusSeconds(61), T.plusSeconds(99))).isTrue();
    }

    @Test
    void takesARunThatSaysNothingForDead() {
        store().begin(RUN, T, T.plusSeconds(60));

        assertThat(store().begin(OTHER, T.plusSeconds(60), T.plusSeconds(99))).isTrue();
        assertThat(store().extend(RUN, T.plusSeconds(200))).isFalse();
        store().end(RUN);
        assertThat(store().extend(OTHER, T.plusSeconds(200))).isTrue();
    }

    private List<Pending> due(Instant settledBefore) {
        return store().due(settledBefore, settledBefore, null, 9);
    }
}
