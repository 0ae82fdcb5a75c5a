package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** From the request to everything that comes of it: who wanted it, and which request it was. */
class CarryingTheCorrelation {
    private static final Correlation REQUEST = new Correlation("request-1", Actor.system("door"));

    @Test
    void writesItBesideEveryEvent() {
        try (InMemoryBackbone node = InMemoryBackbone.with()) {
            REQUEST.run(() -> node.commands().dispatch(Examples.reserve("ada", "1")));

            List<TrackedEventMessage<?>> recorded = node.tail.all();
            assertThat(recorded).hasSize(2);
            assertThat(recorded)
                    .allSatisfy(event -> assertThat(event.getMetaData())
                            .containsEntry("correlationId", "request-1")
                            .containsEntry("actorKind", "MEMBER")
                            .containsEntry("actorId", Examples.ADA.value()));
            assertThat(recorded)
                    .extracting(event -> event.getMetaData().get("causationId"))
                    .doesNotContainNull()
                    .containsOnly(recorded.getFirst().getMetaData().get("causationId"));
        }
    }

    @Test
    void writesItToWhatIsDoneTogether() {
        try (InMemoryBackbone node = InMemoryBackbone.with()) {
            REQUEST.run(() -> node.commands().atomically(() -> {
                node.commands().dispatch(Examples.open("ada"));
                return node.commands().dispatch(Examples.open("bob"));
            }));

            assertThat(node.tail.all())
                    .hasSize(2)
                    .allSatisfy(event -> assertThat(event.getMetaData()).containsEntry("correlationId", "request-1"))
                    .extracting(event -> event.getMetaData().get("causationId"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void bindsProjectionsToIt() {
        RecordingProjection projection = new RecordingProjection();
        try (InMemoryBackbone node = InMemoryBackbone.with(projection)) {
            REQUEST.run(() -> node.commands().dispatch(Examples.open("ada")));
            new Correlation("request-2", Examples.ACTOR)
                    .run(() -> node.commands().dispatch(Examples.reserve("ada", "1")));
            node.settle();

            assertThat(projection.correlations())
                    .containsExactly(
                            new Correlation("request-1", Examples.ACTOR), new Correlation("request-2", Examples.ACTOR));
        }
    }

    @Test
    void runsEffectsOnAThreadOfTheirOwnUnderTheSameCorrelation() {
        RecordingEffect effect = new RecordingEffect();
        try (InMemoryBackbone node = InMemoryBackbone.with(effect, new ManualClock())) {
            REQUEST.run(() -> node.commands().dispatch(Examples.open("ada")));

            Awaitility.await().until(() -> effect.seen.size() == 1);
            assertThat(effect.seen.getFirst())
                    .containsEntry("correlation", new Correlation("request-1", Examples.ACTOR))
                    .containsEntry("logged as", "request-1")
                    .containsEntry("eventId", node.tail.all().getFirst().getIdentifier())
                    .containsEntry("thread", "apart");
        }
    }

    private static final class RecordingEffect implements Effect {
        private final List<Map<String, Object>> seen = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "recording-effect";
        }

        @Override
        public void happen(DomainEvent event, String eventId) {
            seen.add(Map.of(
                    "correlation", Correlation.current(),
                    "logged as", MDC.get(Correlation.ID_FIELD),
                    "eventId", eventId,
                    "thread", Thread.currentThread().getName()));
        }
    }
}
