package ai.novacore.application.conversation;

import static ai.novacore.application.quota.TierExamples.LIMITS;
import static ai.novacore.application.shared.ManualClock.NOON;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Reader;
import ai.novacore.application.conversation.readmodel.ConversationThreadProjection;
import ai.novacore.application.memory.Embedding;
import ai.novacore.application.memory.InMemoryMemoryIndex;
import ai.novacore.application.memory.InMemoryMemoryShelf;
import ai.novacore.application.memory.MemoryReader;
import ai.novacore.application.memory.port.out.MemoryIndex;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.model.FixedModelCatalog;
import ai.novacore.application.model.HashingEmbedder;
import ai.novacore.application.model.ScriptedChatModel;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Embedder;
import ai.novacore.application.model.port.out.TitleModel;
import ai.novacore.application.policy.InMemoryPolicyDecisions;
import ai.novacore.application.policy.JudgeText;
import ai.novacore.application.policy.KeepDecisions;
import ai.novacore.application.policy.Policy;
import ai.novacore.application.policy.Rule;
import ai.novacore.application.policy.Rule.AppliesTo;
import ai.novacore.application.policy.WhenJudgeFails;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Principle.Examples;
import ai.novacore.application.quota.InMemoryQuotaUsage;
import ai.novacore.application.quota.InMemoryUsageLedger;
import ai.novacore.application.quota.UsageReader;
import ai.novacore.application.quota.readmodel.QuotaUsageProjection;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.InMemoryReadModels;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.domain.conversation.ConversationEvent;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chat turn over stores in memory, with the real deciders, readers and projections. */
final class ChatFixture {
    static final UserId MIRA = new UserId("usr_mira");
    static final UserId NOOR = new UserId("usr_noor");
    static final String NODE = "node-1";
    static final String MODEL = "llama3.2";

    /** Dragons are not talked about; wyverns are noted. */
    static final Policy POLICY = new Policy(
            "v1",
            List.of(
                    new Principle("dragons", "No dragons", "We do not talk about dragons.", Examples.NONE),
                    new Principle("wyverns", "Wyverns", "Wyverns are noted.", Examples.NONE)),
            List.of(
                    new Rule(
                            "dragons",
                            Decision.BLOCK,
                            AppliesTo.BOTH,
                            3,
                            List.of(List.of("fire"), List.of("dragon")),
                            List.of()),
                    new Rule("wyverns", Decision.FLAG, AppliesTo.BOTH, 3, List.of(List.of("wyvern")), List.of())));

    final ManualClock clock = new ManualClock();
    final InMemoryCommandDispatcher log = new InMemoryCommandDispatcher();
    final RecordingTransactions commands = new RecordingTransactions(log);
    final InMemoryConversationThreads threads = new InMemoryConversationThreads();
    final InMemoryQuotaUsage usage = new InMemoryQuotaUsage();
    final InMemoryReadModels readModels = new InMemoryReadModels(
            log::events, new ConversationThreadProjection(threads), new QuotaUsageProjection(usage));
    final InMemoryMemoryShelf shelf = new InMemoryMemoryShelf();
    final InMemoryMemoryIndex index = new InMemoryMemoryIndex();
    final InMemoryAccounts accounts = new InMemoryAccounts();
    final ScriptedChatModel model = new ScriptedChatModel();
    final RunningTurns running = new RunningTurns();
    final InMemoryPolicyDecisions decisions = new InMemoryPolicyDecisions();
    TitleModel titles = (model, question, answer) -> Optional.empty();
    final InMemoryOpenTurns openTurns = new InMemoryOpenTurns();
    final InMemoryIdempotencyKeys keys = new InMemoryIdempotencyKeys();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Embedder embedder = new HashingEmbedder();
    final AskQuestion chat = chat(embedder, model);

    AskQuestion chat(Embedder embedding, ChatModel answering) {
        return chat(embedding, answering, running, NODE);
    }

    /** The chat on a node. */
    AskQuestion chat(Embedder embedding, ChatModel answering, RunningTurns runningThere, String node) {
        return new AskQuestion(
                new PrepareTurn(
                        accounts,
                        threads,
                        new MemoryReader(shelf, index, embedding, clock),
                        LIMITS,
                        new FixedModelCatalog(MODEL, "mistral"),
                        readModels,
                        List.of("No dragons"),
                        meters),
                new TurnPolicy(
                        new JudgeText(POLICY, null, WhenJudgeFails.BLOCK, meters),
                        new KeepDecisions(decisions, new IdGenerator(clock), clock)),
                new Titles(titles, new TitleConversations(commands, clock)),
                LIMITS,
                new UsageReader(usage, new InMemoryUsageLedger(), accounts, shelf, LIMITS, clock),
                answering,
                commands,
                openTurns,
                threads,
                keys,
                readModels,
                runningThere,
                new IdGenerator(clock),
                clock,
                meters,
                node);
    }

    AskQuestion onAnotherNode() {
        return chat(embedder, model, new RunningTurns(), "node-2");
    }

    Ended ask(String message, Reader reader) {
        return chat.ask(question(message, null), reader);
    }

    static Question question(String message, @Nullable ConversationId conversation) {
        return Question.of(MIRA, message, conversation);
    }

    MemoryItem remember(String id, String text, Instant occurredAt) {
        MemoryItem item = new MemoryItem(
                new MemoryId(id),
                MIRA,
                MemoryTier.LTM,
                MemoryKind.FACT,
                text,
                0.5,
                NOON,
                occurredAt,
                null,
                null,
                0,
                List.of(),
                Status.ACTIVE,
                null);
        shelf.save(item);
        Embedding embedding =
                new Embedding(embedder.model(), embedder.embed(List.of(text)).getFirst());
        index.put(new MemoryIndex.Entry(
                item.id(), MIRA, item.tier(), text, embedding, item.importance(), item.occurredAt(), item.thread()));
        return item;
    }

    /** Shows all that was recorded. */
    void follow() {
        if (!readModels.awaitLatest(Duration.ofSeconds(20))) {
            throw new IllegalStateException("the projections do not follow");
        }
    }

    <E extends DomainEvent> E only(Class<E> type) {
        List<E> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " events " + type.getSimpleName());
        }
        return found.getFirst();
    }

    <E extends DomainEvent> List<E> all(Class<E> type) {
        return log.events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The conversation that the first turn was recorded in. */
    ConversationId conversation() {
        return all(ConversationEvent.class).getFirst().id();
    }

    double counted(String name, String... labels) {
        return meters.get(name).tags(labels).counter().count();
    }
}
