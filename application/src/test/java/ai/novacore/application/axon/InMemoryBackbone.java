package ai.novacore.application.axon;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.axon.Backbone.Followers;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.InMemoryPersonalKeys;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.Saga;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.DomainEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;

/** The backbone as the product has it, over Axon's stores in memory. */
public final class InMemoryBackbone implements AutoCloseable {
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    final InMemoryTail tail = new InMemoryTail();
    final InMemorySagaStore sagas = new InMemorySagaStore();
    final Map<String, SequencedDeadLetterQueue<EventMessage<?>>> deadLetters = new ConcurrentHashMap<>();
    final Backbone backbone;

    private InMemoryBackbone(Followers followers, Clock clock) {
        BackboneStores stores = new BackboneStores(
                tail,
                tail,
                new InMemoryTokenStore(),
                sagas,
                group -> deadLetters.computeIfAbsent(group, any -> InMemorySequencedDeadLetterQueue.defaultQueue()),
                NoTransactionManager.INSTANCE,
                (eventId, work) -> work.run(),
                new DomainSerializer(new InMemoryPersonalKeys()));
        backbone = new Backbone(stores, followers, clock);
    }

    static InMemoryBackbone started(Followers followers, Clock clock) {
        InMemoryBackbone made = new InMemoryBackbone(followers, clock);
        made.backbone.start();
        return made;
    }

    public static InMemoryBackbone with(Projection... projections) {
        return started(new Followers(List.of(projections), List.of(), List.of()), Clock.systemUTC());
    }

    static InMemoryBackbone with(Saga<?> saga, Projection... projections) {
        return started(new Followers(List.of(projections), List.of(saga), List.of()), Clock.systemUTC());
    }

    static InMemoryBackbone with(Effect effect, Clock clock) {
        return started(new Followers(List.of(), List.of(), List.of(effect)), clock);
    }

    public CommandDispatcher commands() {
        return backbone.commands();
    }

    public ReadModels readModels() {
        return backbone.readModels();
    }

    /** Waits until all that follows has followed. */
    void settle() {
        assertThat(readModels().awaitLatest(ENOUGH)).isTrue();
    }

    /** All that was recorded, oldest first. */
    List<DomainEvent> events() {
        return tail.all().stream()
                .map(event -> (DomainEvent) event.getPayload())
                .toList();
    }

    List<DomainEvent> events(AggregateId id) {
        return events().stream().filter(event -> event.id().equals(id)).toList();
    }

    @Override
    public void close() {
        backbone.close();
    }
}
