package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.domain.shared.TurnId;
import org.junit.jupiter.api.Test;

class KnowingRunningTurns {
    private static final TurnId TURN = new TurnId("trn_1");

    private final RunningTurns running = new RunningTurns();

    @Test
    void givesTheSwitchToItsOwnerOnly() {
        Cancellation cancellation = running.begin(TURN, MIRA);
        assertThat(running.find(TURN, MIRA)).containsSame(cancellation);
        assertThat(running.find(TURN, NOOR)).isEmpty();
        assertThat(running.find(new TurnId("trn_2"), MIRA)).isEmpty();
    }

    @Test
    void forgetsATurnThatHasEnded() {
        running.begin(TURN, MIRA);
        running.begin(new TurnId("trn_2"), MIRA);
        running.ended(TURN);
        assertThat(running.contains(TURN)).isFalse();
        assertThat(running.find(TURN, MIRA)).isEmpty();
        assertThat(running.contains(new TurnId("trn_2"))).isTrue();
        assertThat(running.count()).isEqualTo(1);
    }
}
