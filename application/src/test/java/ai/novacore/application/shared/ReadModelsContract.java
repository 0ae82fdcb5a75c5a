package ai.novacore.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaCommand.OpenQuota;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What every {@link ReadModels} does. */
public abstract class ReadModelsContract {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final Duration ENOUGH = Duration.ofSeconds(20);
    private static final Duration TOO_SHORT = Duration.ofMillis(20);

    /** What records, and what tells how far the read models are behind. */
    public record Following(CommandDispatcher commands, ReadModels readModels) {}

    /** Starts something with an empty log that this projection follows; called once in each test. */
    protected abstract Following following(Projection projection);

    @Test
    public void hasNothingToWaitForBeforeAnythingHappened() {
        assertThat(following(new Shown(new CountDownLatch(0))).readModels().awaitLatest(ENOUGH))
                .isTrue();
    }

    @Test
    public void showsWhatWasRecordedOnceItSaysSo() {
        Shown shown = new Shown(new CountDownLatch(0));
        Following here = following(shown);
        for (int n = 1; n <= 20; n++) {
            here.commands().dispatch(open("u" + n));

            assertThat(here.readModels().awaitLatest(ENOUGH)).isTrue();
            assertThat(shown.events).hasSize(n);
        }
    }

    @Test
    public void showsWhatWasRecordedTogether() {
        Shown shown = new Shown(new CountDownLatch(0));
        Following here = following(shown);
        here.commands().atomically(() -> {
            here.commands().dispatch(open("ada"));
            return here.commands().dispatch(open("bob"));
        });

        assertThat(here.readModels().awaitLatest(ENOUGH)).isTrue();
        assertThat(shown.events).hasSize(2);
    }

    @Test
    public void saysSoWhenTheTimeIsNotEnough() {
        CountDownLatch held = new CountDownLatch(1);
        Shown shown = new Shown(held);
        Following here = following(shown);
        try {
            here.commands().dispatch(open("ada"));

            assertThat(here.readModels().awaitLatest(TOO_SHORT)).isFalse();
            assertThat(shown.events).isEmpty();
        } finally {
            held.countDown();
        }
        assertThat(here.readModels().awaitLatest(ENOUGH)).isTrue();
        assertThat(shown.events).hasSize(1);
    }

    private static OpenQuota open(String user) {
        return new OpenQuota(
                QuotaId.on(new UserId("usr_" + user), NOON),
                Actor.system("test"),
                NOON,
                new Allowance(Tier.FREE, 50, 50_000));
    }

    /** A read model that can be held up. */
    private static final class Shown implements Projection {
        private final CountDownLatch go;
        private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

        Shown(CountDownLatch go) {
            this.go = go;
        }

        @Override
        public String name() {
            return "shown";
        }

        @Override
        public void project(DomainEvent event) {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            events.add(event);
        }
    }
}
