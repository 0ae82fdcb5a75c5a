package ai.novacore.application.reflection;

import ai.novacore.application.conversation.InMemoryConversationThreads;
import ai.novacore.application.conversation.readmodel.ConversationThreadProjection;
import ai.novacore.application.memory.InMemoryMemoryIndex;
import ai.novacore.application.memory.InMemoryMemoryShelf;
import ai.novacore.application.memory.MemoryReader;
import ai.novacore.application.memory.readmodel.MemoryIndexProjection;
import ai.novacore.application.memory.readmodel.MemoryShelfProjection;
import ai.novacore.application.model.FixedModelCatalog;
import ai.novacore.application.model.HashingEmbedder;
import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.quota.TierExamples;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.InMemoryReadModels;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.domain.conversation.ConversationEvent.ConversationStarted;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryEvent.MemorySuperseded;
import ai.novacore.domain.memory.MemoryEvent.MemorySupported;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mira, what she said and what is remembered of it, in memory, with reflection over it. */
public final class ReflectionFixture {
    public static final UserId MIRA = new UserId("usr_mira");
    public static final ConversationId TALK = new ConversationId("cnv_1");

    static final Duration SETTLED_AFTER = Duration.ofMinutes(10);
    static final Duration TIME_LIMIT = Duration.ofMinutes(2);
    private static final String MODEL = "llama3.2";

    final ManualClock clock = new ManualClock();
    final InMemoryReflections reflections = new InMemoryReflections();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final InMemoryCommandDispatcher dispatcher = new InMemoryCommandDispatcher();
    final InMemoryReadModels readModels;
    private final InMemoryConversationThreads threads = new InMemoryConversationThreads();
    private final InMemoryMemoryShelf shelf = new InMemoryMemoryShelf();
    private final HashingEmbedder embedder = new HashingEmbedder();
    private final MemoryReader memories;
    private CommandDispatcher commands = dispatcher;
    private TierLimits limits = TierExamples.LIMITS;
    private int numbers;

    public ReflectionFixture() {
        InMemoryMemoryIndex index = new InMemoryMemoryIndex();
        memories = new MemoryReader(shelf, index, embedder, clock);
        readModels = new InMemoryReadModels(
                dispatcher::events,
                new ConversationThreadProjection(threads),
                new MemoryShelfProjection(shelf),
                new MemoryIndexProjection(index, embedder),
                new ReflectionProjection(reflections));
    }

    ReflectionFixture commandsBy(CommandDispatcher other) {
        commands = other;
        return this;
    }

    ReflectionFixture limitedTo(long memoriesOfFree) {
        limits = new TierLimits(Stream.of(Tier.values())
                .collect(Collectors.toMap(
                        tier -> tier, _ -> new TierLimits.Limits(50, 50_000, memoriesOfFree, 20, 10, 1_024))));
        return this;
    }

    /** Reflection by this extractor, on the same stores each time. */
    public ReflectOnConversations by(FactExtractor extractor) {
        return new ReflectOnConversations(
                reflections,
                threads,
                shelf,
                memories,
                embedder,
                new InMemoryAccounts(),
                limits,
                extractor,
                new FixedModelCatalog(MODEL),
                commands,
                readModels,
                new ReflectionSettings(null, SETTLED_AFTER, TIME_LIMIT, 1),
                new IdGenerator(clock),
                clock,
                meters);
    }

    /** A fact that was known before, said at this time. */
    public MemoryId remember(String text, Instant said) {
        MemoryId id = new MemoryId("mem_known" + ++numbers);
        dispatcher.given(new MemoryStored(
                id,
                said,
                MIRA,
                MemoryTier.ITM,
                MemoryKind.FACT,
                new PersonalText(text),
                0.5,
                List.of(),
                said,
                null,
                null));
        return id;
    }

    public TurnId turn(String prompt, String reply, MemoryId... recalled) {
        return turn(TALK, MIRA, prompt, reply, recalled);
    }

    /** A turn of a minute that has been answered. */
    public TurnId turn(ConversationId talk, UserId owner, String prompt, String reply, MemoryId... recalled) {
        TurnId turn = begin(talk, owner, prompt, recalled);
        clock.advance(Duration.ofMinutes(1));
        dispatcher.given(new TurnCompleted(
                talk,
                clock.instant(),
                owner,
                turn,
                new PersonalText(reply),
                FinishReason.STOP,
                new TokenUsage(10, 20)));
        return turn;
    }

    TurnId begin(ConversationId talk, UserId owner, String prompt, MemoryId... recalled) {
        TurnId turn = new TurnId(String.format("trn_%04d", ++numbers));
        List<RecalledMemory> used = Stream.of(recalled)
                .map(id -> new RecalledMemory(id, MemoryTier.ITM, 0.5))
                .toList();
        if (dispatcher.events(talk).isEmpty()) {
            dispatcher.given(new ConversationStarted(talk, clock.instant(), owner, new PersonalText("Talk")));
        }
        dispatcher.given(new TurnStarted(
                talk, clock.instant(), owner, turn, new PersonalText(prompt), MODEL, used, "node-1", null));
        return turn;
    }

    /** What reflection stored, in the order in which it did. */
    public List<MemoryStored> stored() {
        return events(MemoryStored.class).filter(event -> event.run() != null).toList();
    }

    public List<String> storedTexts() {
        return stored().stream().map(event -> event.text().value()).toList();
    }

    public List<MemorySupported> supported() {
        return events(MemorySupported.class).toList();
    }

    /** What was retired, and in favour of what. */
    public Map<MemoryId, MemoryId> superseded() {
        return events(MemorySuperseded.class).collect(Collectors.toMap(MemorySuperseded::id, MemorySuperseded::by));
    }

    double count(String meter, String outcome) {
        Counter counter = meters.find(meter).tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    private <E extends DomainEvent> Stream<E> events(Class<E> type) {
        return dispatcher.events().stream().filter(type::isInstance).map(type::cast);
    }
}
