package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.ManualClock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.Test;

class SchedulingDeadLetters {
    private final IllegalStateException cause = new IllegalStateException("broken");
    private final ManualClock clock = new ManualClock();
    private final DeadLetterPolicy policy = new DeadLetterPolicy(clock);

    @Test
    void triesAgainAfterLongerAndLongerPausesAndThenNoMore() {
        DeadLetter<? extends EventMessage<?>> letter = failed(firstTime());
        for (long pause : List.of(1L, 4L, 16L, 64L, 256L)) {
            clock.advance(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(policy.isDue(letter)).as("just before %d s", pause).isFalse();
            clock.advance(Duration.ofMillis(1));
            assertThat(policy.isDue(letter)).as("after %d s", pause).isTrue();
            assertThat(DeadLetterPolicy.isParked(letter)).isFalse();
            letter = failed(letter);
        }

        assertThat(DeadLetterPolicy.isParked(letter)).isTrue();
        clock.advance(Duration.ofDays(365));
        assertThat(policy.isDue(letter)).isFalse();
    }

    @Test
    void staysParkedWhateverFailsAgain() {
        DeadLetter<? extends EventMessage<?>> letter = firstTime();
        for (int attempt = 0; attempt < 50; attempt++) {
            letter = failed(letter);
        }

        assertThat(DeadLetterPolicy.isParked(letter)).isTrue();
    }

    @Test
    void keepsWhyItFailed() {
        assertThat(failed(firstTime()).cause()).hasValueSatisfying(kept -> {
            assertThat(kept.type()).isEqualTo(IllegalStateException.class.getName());
            assertThat(kept.message()).isEqualTo("broken");
        });
    }

    private static DeadLetter<? extends EventMessage<?>> firstTime() {
        return new GenericDeadLetter<>("stream", GenericEventMessage.asEventMessage("event"));
    }

    private DeadLetter<? extends EventMessage<?>> failed(DeadLetter<? extends EventMessage<?>> letter) {
        return policy.decide(letter, cause).withDiagnostics(asEvent(letter)).withCause(cause);
    }

    @SuppressWarnings("unchecked") // a letter is only read
    private static DeadLetter<EventMessage<?>> asEvent(DeadLetter<? extends EventMessage<?>> letter) {
        return (DeadLetter<EventMessage<?>>) letter;
    }
}
