package ai.novacore.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RingingForWorkers {
    private final InboxBell bell = new InboxBell();

    @Test
    void wakesOneWorkerEachTime() throws InterruptedException {
        bell.ring();
        bell.ring();

        assertThat(bell.await(Duration.ZERO)).isTrue();
        assertThat(bell.await(Duration.ZERO)).isTrue();
        assertThat(bell.await(Duration.ZERO)).isFalse();
    }

    @Test
    void remembersNoMoreThanThereAreWorkers() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            bell.ring();
        }

        for (int i = 0; i < bell.workers(); i++) {
            assertThat(bell.await(Duration.ZERO)).isTrue();
        }
        assertThat(bell.await(Duration.ZERO)).isFalse();
    }
}
