package ai.novacore.bench;

import ai.novacore.application.axon.BackboneStores;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.readmodel.QuotaUsageProjection;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.DomainEvent;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/**
 * The same projection on the same log, followed as Axon does by itself: a pooled processor on the event store that the
 * events are published to, everything else as it comes.
 */
final class AxonsOwnPolling implements AutoCloseable {
    private static final String PROCESSOR = "quota-usage-polled";

    private final BackboneStores stores;
    private final Configuration axon;

    private record Folding(QuotaUsageProjection projection) {
        @EventHandler
        @SuppressWarnings("UnusedMethod") // Axon calls it
        void on(DomainEvent event) {
            projection.project(event);
        }
    }

    AxonsOwnPolling(BackboneStores stores, QuotaUsageStore usage) {
        this.stores = stores;
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> stores.serializer())
                .configureTransactionManager(c -> stores.transactions())
                .configureEventStore(c -> EmbeddedEventStore.builder()
                        .storageEngine(stores.events())
                        .build());
        configurer
                .eventProcessing()
                .registerTokenStore(c -> stores.tokens())
                .registerEventHandler(c -> new Folding(new QuotaUsageProjection(usage)))
                .byDefaultAssignTo(PROCESSOR)
                .registerPooledStreamingEventProcessor(
                        PROCESSOR,
                        Configuration::eventStore,
                        (c, processor) ->
                                processor.initialSegmentCount(1).initialToken(source -> source.createHeadToken()));
        axon = configurer.buildConfiguration();
        axon.start();
    }

    /** Records the event that opens a quota; it is committed when this returns. */
    void open(QuotaId id) {
        EventStore events = axon.eventStore();
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("open"));
        unit.attachTransaction(stores.transactions());
        unit.execute(() -> events.publish(new GenericDomainEventMessage<>(
                "quota", id.value(), 0, new QuotaOpened(id, Quotas.NOW, Quotas.ALLOWANCE))));
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
