package ai.novacore.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.conversation.port.out.OpenTurnStore.OpenTurn;
import ai.novacore.application.conversation.port.out.OpenTurnStore.Progress;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link OpenTurnStore} promises. */
public abstract class OpenTurnStoreContract {
    private static final UserId MIRA = new UserId("usr_mira");
    private static final UserId NOOR = new UserId("usr_noor");
    private static final TurnId ONE = new TurnId("trn_1");
    private static final TurnId TWO = new TurnId("trn_2");

    /** An empty one; the same one throughout a test. */
    protected abstract OpenTurnStore store();

    @Test
    void keepsATurnUntilItIsClosed() {
        OpenTurn turn = turn(ONE, MIRA, "here");
        store().open(turn);

        assertThat(store().find(ONE)).contains(turn);
        assertThat(store().find(TWO)).isEmpty();
        store().close(ONE);
        store().close(ONE);
        assertThat(store().find(ONE)).isEmpty();
    }

    @Test
    void addsWhatWasSaidToWhatIsThere() {
        store().open(turn(ONE, MIRA, "here"));
        store().open(turn(TWO, MIRA, "here"));
        store().save(List.of(new Progress(ONE, "Grüße, ", 1), new Progress(TWO, "😀", 1)));
        store().save(List.of(new Progress(ONE, "Mira \\ 'x' {y,\"z\"}", 9), new Progress(TWO, "", 2)));

        assertThat(store().find(ONE)).hasValueSatisfying(turn -> {
            assertThat(turn.reply()).isEqualTo("Grüße, Mira \\ 'x' {y,\"z\"}");
            assertThat(turn.pieces()).isEqualTo(9);
        });
        assertThat(store().find(TWO)).hasValueSatisfying(turn -> {
            assertThat(turn.reply()).isEqualTo("😀");
            assertThat(turn.pieces()).isEqualTo(2);
        });
    }

    @Test
    void passesOverTurnsThatHaveEnded() {
        store().open(turn(ONE, MIRA, "here"));
        store().open(turn(TWO, MIRA, "here"));
        store().close(ONE);

        assertThat(store().save(List.of(new Progress(ONE, "a", 1), new Progress(TWO, "b", 1))))
                .isEmpty();
        assertThat(store().find(ONE)).isEmpty();
        assertThat(store().find(TWO))
                .hasValueSatisfying(turn -> assertThat(turn.reply()).isEqualTo("b"));
    }

    @Test
    void tellsWhichTurnsAreToStop() {
        store().open(turn(ONE, MIRA, "here"));
        store().open(turn(TWO, MIRA, "here"));

        assertThat(store().askToStop(TWO)).isTrue();
        assertThat(store().askToStop(TWO)).isTrue();
        assertThat(store().askToStop(new TurnId("trn_none"))).isFalse();
        assertThat(store().save(List.of(new Progress(ONE, "", 0), new Progress(TWO, "", 0))))
                .containsExactly(TWO);
    }

    @Test
    void findsTheTurnsOfAPersonAndThoseOfLostNodes() {
        OpenTurn here = turn(ONE, MIRA, "here");
        OpenTurn there = turn(TWO, NOOR, "there");
        store().open(here);
        store().open(there);

        assertThat(store().of(NOOR)).containsExactly(there);
        assertThat(store().of(new UserId("usr_none"))).isEmpty();
        assertThat(store().exceptOn(Set.of("here", "elsewhere"))).containsExactly(there);
        assertThat(store().exceptOn(Set.of())).containsExactlyInAnyOrder(here, there);
    }

    private static OpenTurn turn(TurnId turn, UserId owner, String node) {
        return new OpenTurn(
                turn,
                new ConversationId("cnv_1"),
                owner,
                new QuotaId(owner, LocalDate.parse("2026-11-21")),
                "llama3.2",
                node,
                12,
                "",
                0);
    }
}
