package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowingRunningTurns {
    private static final TurnId TURN = new TurnId("trn_1");

    private final RunningTurns running = new RunningTurns();

    @Test
    void givesATurnToItsOwnerOnly() {
        LiveTurn turn = turn("trn_1");
        running.add(turn);
        assertThat(running.find(TURN, MIRA)).containsSame(turn);
        assertThat(running.find(TURN, NOOR)).isEmpty();
        assertThat(running.find(new TurnId("trn_2"), MIRA)).isEmpty();
    }

    @Test
    void forgetsATurnThatHasEnded() {
        running.add(turn("trn_1"));
        running.add(turn("trn_2"));
        running.remove(TURN);
        assertThat(running.contains(TURN)).isFalse();
        assertThat(running.find(TURN, MIRA)).isEmpty();
        assertThat(running.contains(new TurnId("trn_2"))).isTrue();
        assertThat(running.count()).isEqualTo(1);
    }

    @Test
    void stopsAllAndWaitsForTheirEnd() throws InterruptedException {
        LiveTurn turn = turn("trn_1");
        running.add(turn);
        running.stopAll();
        assertThat(turn.cancellation().isCancelled()).isTrue();
        assertThat(turn.stopReason()).isEqualTo("shutting_down");
        assertThat(running.awaitNone(Duration.ofMillis(1))).isFalse();
        running.remove(TURN);
        assertThat(running.awaitNone(Duration.ofSeconds(1))).isTrue();
    }

    private static LiveTurn turn(String id) {
        return new LiveTurn(new Begun(new ConversationId("cnv_1"), new TurnId(id), "llama3.2", List.of()), MIRA, false);
    }
}
