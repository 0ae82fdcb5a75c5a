package ai.novacore.application.conversation;

import static ai.novacore.application.conversation.ChatFixture.MIRA;
import static ai.novacore.application.conversation.ChatFixture.MODEL;
import static ai.novacore.application.conversation.ChatFixture.NOOR;
import static ai.novacore.application.conversation.ChatFixture.POLICY;

import ai.novacore.application.conversation.BalancingWhateverHappens.Happening;
import ai.novacore.application.conversation.SimulatedNode.Asking;
import ai.novacore.application.conversation.SteeredModel.Call;
import ai.novacore.application.conversation.SteeredModel.Move;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.conversation.readmodel.ConversationThreadProjection;
import ai.novacore.application.memory.InMemoryMemoryIndex;
import ai.novacore.application.memory.InMemoryMemoryShelf;
import ai.novacore.application.memory.MemoryReader;
import ai.novacore.application.model.FixedModelCatalog;
import ai.novacore.application.model.HashingEmbedder;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.policy.InMemoryPolicyDecisions;
import ai.novacore.application.policy.JudgeText;
import ai.novacore.application.policy.KeepDecisions;
import ai.novacore.application.policy.WhenJudgeFails;
import ai.novacore.application.quota.InMemoryQuotaUsage;
import ai.novacore.application.quota.InMemoryUsageLedger;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.quota.TierLimits.Limits;
import ai.novacore.application.quota.UsageReader;
import ai.novacore.application.quota.readmodel.QuotaUsageProjection;
import ai.novacore.application.quota.readmodel.UsageLedgerProjection;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.InMemoryReadModels;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** One schedule, made from a seed: what happens on some nodes, then their rest, then what must be true. */
final class Schedule {
    private static final int STEPS = 40;
    private static final int MOST_NODES = 3;
    private static final int PATIENCE = 20_000;
    private static final TierLimits LIMITS = new TierLimits(Map.of(
            Tier.FREE, new Limits(4, 3_000, 500, 20, 10, 64),
            Tier.BASIC, new Limits(6, 6_000, 500, 20, 10, 128),
            Tier.PRO, new Limits(9, 9_000, 500, 20, 10, 256)));

    private final Random random;
    private final Set<Happening> happened;
    private final ManualClock clock = new ManualClock();
    private final InMemoryCommandDispatcher log = new InMemoryCommandDispatcher();
    private final InMemoryOpenTurns openTurns = new InMemoryOpenTurns();
    private final InMemoryNodes registry = new InMemoryNodes();
    private final InMemoryConversationThreads threads = new InMemoryConversationThreads();
    private final InMemoryQuotaUsage usage = new InMemoryQuotaUsage();
    private final InMemoryUsageLedger ledger = new InMemoryUsageLedger();
    private final InMemoryReadModels readModels = new InMemoryReadModels(
            log::events,
            new ConversationThreadProjection(threads),
            new QuotaUsageProjection(usage),
            new UsageLedgerProjection(ledger));
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private int started;

    Schedule(int seed, Set<Happening> happened) {
        this.random = new Random(seed);
        this.happened = happened;
    }

    void run() {
        int count = 1 + random.nextInt(MOST_NODES);
        for (int i = 0; i < count; i++) {
            nodes.add(node());
        }
        for (int step = 0; step < STEPS; step++) {
            step(nodes.get(random.nextInt(nodes.size())));
        }
        rest();
        readModels.awaitLatest(Duration.ofSeconds(20));
        new Balance(log.events(), usage, ledger, openTurns, happened).check();
    }

    private void step(SimulatedNode node) {
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4 -> node.ask(question());
            case 5, 6, 7, 8, 9 -> move(node, new Move.Piece(random.nextInt(8) == 0 ? "fire " : "word "));
            case 10, 11 -> move(node, new Move.End(random.nextBoolean() ? Finish.STOP : Finish.LENGTH, counted()));
            case 12 -> move(node, new Move.Fail(any(ModelFailure.Kind.values())));
            case 13 -> move(node, new Move.Queue(1 + random.nextInt(3)));
            case 14 -> cancel(node);
            case 15 -> any(node.askings()).ifPresent(asking -> asking.reader.leave());
            case 16 -> crash(node);
            case 17 -> node.setUnreachable(random.nextBoolean());
            case 18 -> node.keep();
            case 19 -> node.endOrphans();
            case 20 -> clock.advance(Duration.ofSeconds(random.nextInt(40)));
            case 21 -> clock.advance(Duration.ofHours(random.nextInt(20)));
            case 22 -> changeTier();
            default -> {
                nodes.forEach(SimulatedNode::renewLease);
                log.loseRaces(random.nextInt(2));
            }
        }
    }

    private Question question() {
        return new Question(person(), "Who purrs?", null, null, false, random.nextInt(3) == 0, null, null);
    }

    private UserId person() {
        return random.nextInt(3) == 0 ? NOOR : MIRA;
    }

    /** What the model says that the prompt had: nothing, about what was set aside, or far more. */
    private long counted() {
        return random.nextBoolean() ? random.nextInt(60) : random.nextInt(4) * 400L;
    }

    private void move(SimulatedNode node, Move move) {
        any(node.model.calls()).ifPresent(call -> call.give(move));
    }

    /** Of a turn that may be answered anywhere. */
    private void cancel(SimulatedNode node) {
        UserId user = person();
        any(openTurns.of(user)).ifPresent(turn -> node.cancel(user, turn.turn()));
    }

    private void crash(SimulatedNode node) {
        node.crash();
        nodes.set(nodes.indexOf(node), node());
    }

    private void changeTier() {
        Tier tier = any(Tier.values());
        UserId user = person();
        log.dispatch(new ChangeAllowance(
                QuotaId.on(user, clock.instant()),
                Actor.system("test"),
                clock.instant(),
                random.nextBoolean() ? LIMITS.allowance(tier) : new Allowance(tier, random.nextInt(3), 500)));
    }

    private <T> Optional<T> any(List<T> of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    /** The database is there, the model comes to its ends, the nodes do what they do regularly: nothing may be left. */
    private void rest() {
        nodes.forEach(node -> node.setUnreachable(false));
        for (int i = 0; i < PATIENCE && !isAtRest(); i++) {
            for (SimulatedNode node : nodes) {
                node.renewLease();
                node.model.calls().forEach(call -> end(call));
                node.keep();
                node.endOrphans();
            }
            LockSupport.parkNanos(100_000);
        }
        if (!isAtRest()) {
            throw new AssertionError("turns that never end: " + openTurns.exceptOn(Set.of()));
        }
    }

    private static void end(Call call) {
        call.give(new Move.End(Finish.STOP, 7));
    }

    private boolean isAtRest() {
        clock.advance(Duration.ofSeconds(1));
        return openTurns.exceptOn(Set.of()).isEmpty()
                && nodes.stream().flatMap(node -> node.askings().stream()).allMatch(Asking::isOver);
    }

    private SimulatedNode node() {
        return new SimulatedNode("node-" + ++started, log, openTurns, registry, clock, this::chat);
    }

    private AskQuestion chat(
            SimulatedNode node, CommandDispatcher commands, OpenTurnStore turns, RunningTurns running) {
        return new AskQuestion(
                new PrepareTurn(
                        accounts,
                        threads,
                        new MemoryReader(
                                new InMemoryMemoryShelf(), new InMemoryMemoryIndex(), new HashingEmbedder(), clock),
                        LIMITS,
                        new FixedModelCatalog(MODEL, "mistral"),
                        readModels,
                        List.of("No dragons"),
                        meters),
                new TurnPolicy(
                        new JudgeText(POLICY, null, WhenJudgeFails.BLOCK, meters),
                        new KeepDecisions(new InMemoryPolicyDecisions(), new IdGenerator(clock), clock)),
                new Titles((model, question, answer) -> Optional.empty(), new TitleConversations(commands, clock)),
                LIMITS,
                new UsageReader(usage, ledger, accounts, new InMemoryMemoryShelf(), LIMITS, clock),
                node.model,
                commands,
                turns,
                threads,
                new InMemoryIdempotencyKeys(),
                readModels,
                running,
                new IdGenerator(clock),
                clock,
                meters,
                "node-" + started);
    }
}
