package ai.novacore.application.axon;

import static java.util.stream.Collectors.toUnmodifiableMap;

import ai.novacore.application.axon.BackboneStores.Tail;
import ai.novacore.application.backbone.port.out.Processors;
import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.Projection;
import ai.novacore.application.shared.Saga;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.saga.ResourceInjector;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon, put together by hand: what is in it stands here, and nothing is found on the class path and taken silently.
 *
 * <p>Commands go to the one generic handler; events are followed by projections, sagas and effects, each in a processor
 * of its own that is woken by the tail of the log. What fails is undone, waits as a dead letter and is tried again.
 */
public final class Backbone implements AutoCloseable {
    private static final int EVENTS_BETWEEN_SNAPSHOTS = 40;
    private static final int BATCH_SIZE = 50;

    /** How soon a processor takes up its work again after a batch failed. */
    private static final long TOKEN_CLAIM_INTERVAL_MILLIS = 1_000;

    private static final List<CorrelationDataProvider> HANDED_DOWN = List.of(Metadata::handedDown);

    private final BackgroundSnapshots snapshots;
    private final Tail tail;
    private final Clock clock;
    private final Configuration axon;
    private final AxonCommandDispatcher commands;
    private final AxonReadModels readModels;
    private final DeadLetters deadLetters;
    private final AxonProcessors allProcessors;
    private final List<String> projections;
    private final List<String> sagas;
    private final Map<String, String> sagaTypes;

    /** What follows the events. Projections come first, so that reading waits for no more than them. */
    public record Followers(List<Projection> projections, List<Saga<?>> sagas, List<Effect> effects) {
        public Followers {
            projections = List.copyOf(projections);
            sagas = List.copyOf(sagas);
            effects = List.copyOf(effects);
        }
    }

    /** Without traces. */
    public Backbone(BackboneStores stores, Followers followers, Clock clock) {
        this(stores, followers, clock, ObservationRegistry.NOOP);
    }

    /** @param observations is told of commands and of events that are handled, for traces */
    public Backbone(BackboneStores stores, Followers followers, Clock clock, ObservationRegistry observations) {
        Traces traces = new Traces(observations);
        projections = followers.projections().stream().map(Projection::name).toList();
        sagas = followers.sagas().stream().map(SagaShells::nameOf).toList();
        sagaTypes = followers.sagas().stream()
                .collect(toUnmodifiableMap(
                        saga -> stores.serializer()
                                .typeForClass(SagaShells.shellOf(saga))
                                .getName(),
                        SagaShells::nameOf));
        snapshots = new BackgroundSnapshots(stores.transactions());
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> stores.serializer())
                .configureTransactionManager(c -> stores.transactions())
                .configureEventStore(c -> EmbeddedEventStore.builder()
                        .storageEngine(stores.events())
                        .build())
                .configureSnapshotter(snapshots::snapshotter)
                .configureCommandBus(c -> commandBus(stores.transactions()))
                .configureCorrelationDataProviders(c -> HANDED_DOWN)
                .configureResourceInjector(c -> injectorInto(followers.sagas(), c, stores, traces));
        AggregateBinding.ALL.forEach(binding -> configureAggregate(configurer, binding));
        DeadLetterPolicy policy = new DeadLetterPolicy(clock);
        configureProcessing(configurer.eventProcessing(), stores, followers, policy, traces);

        this.tail = stores.tail();
        this.clock = clock;
        axon = configurer.buildConfiguration();
        commands = new AxonCommandDispatcher(axon.commandBus(), stores.transactions(), traces);
        readModels = new AxonReadModels(stores.tail(), () -> processorsOf(sagas), () -> processorsOf(projections));
        deadLetters = new DeadLetters(axon, stores.transactions(), policy, groups(followers));
        allProcessors = new AxonProcessors(followers, axon, stores.tail(), deadLetters::count, clock);
    }

    private static CommandBus commandBus(TransactionManager transactions) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .build();
        // Axon does this for the bus that it makes itself only.
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(HANDED_DOWN));
        return bus;
    }

    private static <A extends Shell<?>> void configureAggregate(
            Configurer configurer, AggregateBinding<?, ?, ?, A> binding) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(binding.shell())
                .configureSnapshotTrigger(
                        c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), EVENTS_BETWEEN_SNAPSHOTS)));
    }

    private static void configureProcessing(
            EventProcessingConfigurer processing,
            BackboneStores stores,
            Followers followers,
            DeadLetterPolicy policy,
            Traces traces) {
        SagaStore<Object> sagas = stores.sagas();
        processing
                .registerTokenStore(c -> stores.tokens())
                .registerSagaStore(c -> sagas)
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultHandlerInterceptor((c, name) -> new BindCorrelation(name, traces))
                .registerDeadLetterQueueProvider(
                        group -> c -> stores.deadLetters().apply(group))
                .registerDefaultDeadLetterPolicy(c -> policy)
                .byDefaultAssignHandlerInstancesTo(handler -> ((NamedHandler) handler).group());
        followers.projections().forEach(projection -> {
            processing.registerEventHandler(c -> new ProjectionHandler(projection, stores.isolation()));
            configureProcessor(processing, stores, projection.name(), false);
        });
        followers.effects().forEach(effect -> {
            processing.registerEventHandler(c -> new EffectHandler(effect));
            configureProcessor(processing, stores, effect.name(), true);
            // What is slow in the world outside must not keep a transaction open: nothing newer in the log would be
            // shown.
            processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                    effect.name(),
                    (c, invoker) ->
                            invoker.enableSequenceIdentifierCache().transactionManager(NoTransactionManager.INSTANCE));
        });
        followers.sagas().forEach(saga -> {
            Class<? extends SagaShell<?>> shell = SagaShells.shellOf(saga);
            String group = SagaShells.nameOf(saga);
            processing.registerSaga(shell);
            processing.assignHandlerTypesMatching(group, shell::equals);
            processing.registerListenerInvocationErrorHandler(
                    group, c -> new ParkSagaEvent(stores.deadLetters().apply(group), policy));
            configureProcessor(processing, stores, group, true);
        });
    }

    /**
     * @param fromHead whether a processor that is new starts behind what has happened already, because what it does must
     *     not be done for old events
     */
    private static void configureProcessor(
            EventProcessingConfigurer processing, BackboneStores stores, String name, boolean fromHead) {
        processing.registerPooledStreamingEventProcessor(
                name,
                c -> stores.tail(),
                (c, builder) -> builder.initialSegmentCount(1)
                        .batchSize(BATCH_SIZE)
                        .tokenClaimInterval(TOKEN_CLAIM_INTERVAL_MILLIS)
                        .initialToken(source -> fromHead ? source.createHeadToken() : source.createTailToken()));
        processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                name, (c, invoker) -> invoker.enableSequenceIdentifierCache());
    }

    private static ResourceInjector injectorInto(
            List<Saga<?>> sagas, Configuration c, BackboneStores stores, Traces traces) {
        AxonCommandDispatcher dispatcher =
                new AxonCommandDispatcher(c.getComponent(CommandBus.class), stores.transactions(), traces);
        return shell -> SagaShells.connect((SagaShell<?>) shell, sagas, dispatcher);
    }

    private static List<String> groups(Followers followers) {
        return Stream.of(
                        followers.projections().stream().map(Projection::name),
                        followers.effects().stream().map(Effect::name),
                        followers.sagas().stream().map(SagaShells::nameOf))
                .flatMap(names -> names)
                .toList();
    }

    /** Subscribes the command handlers and starts following the log. */
    public void start() {
        AggregateBinding.ALL.forEach(this::subscribe);
        axon.start();
    }

    private <C extends DomainCommand, E extends DomainEvent, S, A extends Shell<S>> void subscribe(
            AggregateBinding<C, E, S, A> binding) {
        DecidingCommandHandler<C, E, S, A> handler =
                new DecidingCommandHandler<>(binding, axon.repository(binding.shell()));
        binding.commandTypes().forEach(type -> axon.commandBus().subscribe(type.getName(), handler));
    }

    /** Stops following the log; what is being handled is finished first. */
    @Override
    public void close() {
        axon.shutdown();
        snapshots.close();
    }

    public CommandDispatcher commands() {
        return commands;
    }

    public ReadModels readModels() {
        return readModels;
    }

    /**
     * Waits until the read models show everything that is in the log now.
     *
     * @return whether they do
     */
    public boolean awaitReadModels(Duration atMost) {
        return readModels.awaitHead(atMost);
    }

    /** The names of the processors that keep read models. */
    public List<String> projections() {
        return projections;
    }

    /** The names of the sagas, by the type under which their instances are stored. */
    public Map<String, String> sagaTypes() {
        return sagaTypes;
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** The classes that really keep tokens, sagas and dead letters, for every processor. */
    public Set<Class<?>> storesInUse() {
        EventProcessingConfiguration processing = axon.eventProcessingConfiguration();
        Set<Class<?>> stores = new LinkedHashSet<>();
        stores.add(processing.sagaStore().getClass());
        processors().keySet().forEach(name -> {
            stores.add(processing.tokenStore(name).getClass());
            processing.deadLetterQueue(name).ifPresent(queue -> stores.add(queue.getClass()));
        });
        return stores;
    }

    /** How long the oldest event has been waiting that a processor has not come to yet, for every processor. */
    public Map<String, Duration> lag() {
        Map<String, Duration> lags = new TreeMap<>();
        processors().forEach((name, processor) -> lags.put(name, lagOf((StreamingEventProcessor) processor)));
        return lags;
    }

    private Duration lagOf(StreamingEventProcessor processor) {
        Instant now = clock.instant();
        Collection<EventTrackerStatus> here = processor.processingStatus().values();
        // Where no part of it runs, another node does its work, or none: what it has noted tells which.
        Stream<@Nullable TrackingToken> places = here.isEmpty()
                ? Stream.of(tail.notedBy(processor.getName()))
                : here.stream().map(EventTrackerStatus::getTrackingToken);
        return places.filter(Objects::nonNull)
                .map(WrappedToken::unwrapLowerBound)
                .filter(Objects::nonNull)
                .map(tail::recordedAfter)
                .filter(Objects::nonNull)
                .map(waiting -> Duration.between(waiting, now))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** What can be told of the processors, those of other nodes included. */
    public Processors everywhere() {
        return allProcessors;
    }

    /** Every processor by name. */
    public Map<String, EventProcessor> processors() {
        return axon.eventProcessingConfiguration().eventProcessors();
    }

    private List<StreamingEventProcessor> processorsOf(List<String> names) {
        return names.stream()
                .map(name -> (StreamingEventProcessor) processors().get(name))
                .toList();
    }
}
