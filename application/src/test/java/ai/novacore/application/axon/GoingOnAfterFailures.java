package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.axon.Backbone.Followers;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.shared.DomainEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A handler that fails holds up nothing but the stream that it failed on. */
class GoingOnAfterFailures {
    private static final String POISON = "poison";

    private final ManualClock clock = new ManualClock();
    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final RecordingProjection failing = new RecordingProjection("failing", this::failOnPoison);
    private final RecordingProjection sound = new RecordingProjection("sound", event -> {});

    private void failOnPoison(DomainEvent event) {
        if (broken.get() && event.id().equals(Examples.quota(POISON))) {
            throw new IllegalStateException("cannot take this");
        }
    }

    private InMemoryBackbone node() {
        return InMemoryBackbone.started(new Followers(List.of(failing, sound), List.of(), List.of()), clock);
    }

    @Test
    void handlesLaterEventsOfOtherStreams() {
        try (InMemoryBackbone node = node()) {
            node.commands().dispatch(Examples.open("before"));
            node.commands().dispatch(Examples.open(POISON));
            node.commands().dispatch(Examples.open("after"));
            node.settle();

            assertThat(failing.events()).containsExactly(opened("before"), opened("after"));
            assertThat(sound.events()).containsExactly(opened("before"), opened(POISON), opened("after"));
            assertThat(node.backbone.deadLetters().count())
                    .containsEntry("failing", 1L)
                    .containsEntry("sound", 0L);
        }
    }

    @Test
    void keepsTheOrderOfTheStreamThatWaits() {
        try (InMemoryBackbone node = node()) {
            node.commands().dispatch(Examples.open(POISON));
            node.commands().dispatch(Examples.reserve(POISON, "1"));
            node.settle();
            assertThat(node.backbone.deadLetters().count()).containsEntry("failing", 2L);

            broken.set(false);
            assertThat(node.backbone.deadLetters().retryDue()).isZero();
            clock.advance(Duration.ofSeconds(1));
            node.backbone.deadLetters().retryDue();

            assertThat(failing.events()).isEqualTo(node.events());
            assertThat(node.backbone.deadLetters().count()).containsEntry("failing", 0L);
        }
    }

    @Test
    void leavesItToPeopleAfterSixAttempts() {
        AtomicInteger attempts = new AtomicInteger();
        RecordingProjection hopeless = new RecordingProjection("hopeless", event -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("never");
        });
        Followers followers = new Followers(List.of(hopeless), List.of(), List.of());
        try (InMemoryBackbone node = InMemoryBackbone.started(followers, clock)) {
            node.commands().dispatch(Examples.open("ada"));
            node.settle();
            for (int again = 0; again < 10; again++) {
                clock.advance(Duration.ofDays(1));
                node.backbone.deadLetters().retryDue();
            }

            assertThat(attempts).hasValue(6);
            assertThat(node.backbone.deadLetters().count()).containsEntry("hopeless", 1L);
        }
    }

    @Test
    void doesAnEffectAgainThatFailed() {
        AtomicInteger attempts = new AtomicInteger();
        Effect mail = new Effect() {
            @Override
            public String name() {
                return "mail";
            }

            @Override
            public void happen(DomainEvent event, String eventId) {
                if (attempts.incrementAndGet() == 1) {
                    throw new IllegalStateException("the server is away");
                }
            }
        };
        try (InMemoryBackbone node = InMemoryBackbone.with(mail, clock)) {
            node.commands().dispatch(Examples.open("ada"));
            Awaitility.await().until(() -> node.backbone.deadLetters().count().equals(Map.of("mail", 1L)));
            clock.advance(Duration.ofSeconds(1));

            assertThat(node.backbone.deadLetters().retryDue()).isEqualTo(1);
            assertThat(attempts).hasValue(2);
            assertThat(node.backbone.deadLetters().count()).containsEntry("mail", 0L);
        }
    }

    private static QuotaOpened opened(String user) {
        return new QuotaOpened(Examples.quota(user), Examples.NOON, Examples.ALLOWANCE);
    }
}
