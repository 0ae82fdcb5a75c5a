package ai.novacore.application.export;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.conversation.ConversationReader;
import ai.novacore.application.conversation.InMemoryConversationThreads;
import ai.novacore.application.conversation.port.in.ConversationQuery;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.export.CollectBelongings.Sources;
import ai.novacore.application.export.port.in.BelongingsQuery.Belongings;
import ai.novacore.application.export.port.in.BelongingsQuery.Remembered;
import ai.novacore.application.feedback.InMemoryFeedback;
import ai.novacore.application.feedback.KeepFeedback;
import ai.novacore.application.feedback.port.out.FeedbackStore.Category;
import ai.novacore.application.feedback.port.out.FeedbackStore.Feedback;
import ai.novacore.application.memory.InMemoryMemoryIndex;
import ai.novacore.application.memory.InMemoryMemoryShelf;
import ai.novacore.application.memory.MemoryReader;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery.Step;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.model.HashingEmbedder;
import ai.novacore.application.policy.InMemoryPolicyDecisions;
import ai.novacore.application.quota.InMemoryQuotaUsage;
import ai.novacore.application.quota.InMemoryUsageLedger;
import ai.novacore.application.quota.TierExamples;
import ai.novacore.application.quota.UsageReader;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.quota.readmodel.LedgerEntry.Kind;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.InMemoryRateLimiter;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.subscription.port.in.BillingQuery;
import ai.novacore.application.subscription.port.out.PaymentGateway.Price;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.testing.DoingNothing;
import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.memory.ForgetReason;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryEvent.MemoryForgotten;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection.TooOften;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollectingBelongings {
    private static final UserId ADA = new UserId("usr_ada");
    private static final UserId BOB = new UserId("usr_bob");

    private final ManualClock clock = new ManualClock();
    private final InMemoryConversationThreads threads = new InMemoryConversationThreads();
    private final InMemoryMemoryShelf shelf = new InMemoryMemoryShelf();
    private final InMemoryUsageLedger ledger = new InMemoryUsageLedger();
    private final KeepFeedback feedback = new KeepFeedback(new InMemoryFeedback(), new IdGenerator(clock), clock);
    private final InMemoryPolicyDecisions decisions = new InMemoryPolicyDecisions();
    private final WatchedConversations conversations = new WatchedConversations();
    private final CollectBelongings collecting = collecting();

    @Test
    void goesThroughAllPagesOfWhatIsTheirs() {
        IntStream.range(0, 250).forEach(i -> ledger.add(entry(ADA, i)));
        ledger.add(entry(BOB, 999));
        IntStream.range(0, 120).forEach(i -> threads.save(conversation(ADA, i)));
        threads.save(conversation(BOB, 999));
        feedback.give(ADA, Category.IDEA, "More moss", null);
        feedback.give(BOB, Category.BUG, "Less moss", null);

        Belongings data = collecting.of(ADA);

        assertThat(data.account().email()).isEqualTo("usr_ada@example.org");
        assertThat(data.subscription().tier()).isEqualTo(Tier.BASIC);
        assertThat(data.ledger().map(LedgerEntry::turn).distinct()).hasSize(250);
        assertThat(data.conversations().map(thread -> thread.summary().owner()))
                .hasSize(120)
                .containsOnly(ADA);
        assertThat(data.feedback().map(Feedback::message)).containsExactly("More moss");
        assertThat(data.looks()).isEmpty();
        assertThat(data.decisions()).isEmpty();
    }

    @Test
    void hasMemoriesOfAllStatesWithTheirHistory() {
        shelf.save(memory("mem_1", Status.ACTIVE));
        shelf.save(memory("mem_2", Status.FORGOTTEN));
        shelf.save(memory("mem_3", Status.SUPERSEDED));

        List<Remembered> remembered = collecting.of(ADA).memories().toList();

        assertThat(remembered)
                .extracting(memory -> memory.item().id().value())
                .containsExactlyInAnyOrder("mem_1", "mem_2", "mem_3");
        assertThat(remembered)
                .allSatisfy(memory -> assertThat(memory.history())
                        .singleElement()
                        .satisfies(step -> assertThat(step.event().id())
                                .isEqualTo(memory.item().id())));
    }

    @Test
    void readsWhatIsTakenAndNoMore() {
        IntStream.range(0, 500).forEach(i -> threads.save(conversation(ADA, i)));

        Belongings data = collecting.of(ADA);
        assertThat(conversations.calls).containsExactly("list");
        data.conversations().limit(3).forEach(thread -> conversations.calls.add("taken"));

        assertThat(conversations.calls).containsExactly("list", "get", "taken", "get", "taken", "get", "taken");
    }

    @Test
    void leavesOutWhatIsDeletedMeanwhile() {
        threads.save(conversation(ADA, 1));
        threads.save(conversation(ADA, 2));
        Belongings data = collecting.of(ADA);
        threads.remove(conversation(ADA, 1).id());

        assertThat(data.conversations().map(thread -> thread.summary().id()))
                .containsExactly(conversation(ADA, 2).id());
    }

    @Test
    void isGrantedFiveTimesAnHourToEach() {
        for (int i = 0; i < 5; i++) {
            collecting.of(ADA);
        }
        assertThatThrownBy(() -> collecting.of(ADA)).isInstanceOfSatisfying(TooOften.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("export_throttled");
            assertThat(refusal.retryAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        });
        collecting.of(BOB);
        clock.advance(Duration.ofHours(1));

        assertThat(collecting.of(ADA).account().id()).isEqualTo(ADA);
    }

    private CollectBelongings collecting() {
        InMemoryAccounts accounts = new InMemoryAccounts();
        Sources sources = new Sources(
                id -> new Account(
                        id,
                        id.value() + "@example.org",
                        "A",
                        null,
                        Tier.BASIC,
                        List.of(),
                        Account.Standing.ACTIVE,
                        NOON),
                DoingNothing.as(SessionUseCase.class),
                new Subscribed(),
                conversations,
                new MemoryReader(shelf, new InMemoryMemoryIndex(), new HashingEmbedder(), clock),
                new Forgotten(),
                new UsageReader(new InMemoryQuotaUsage(), ledger, accounts, shelf, TierExamples.LIMITS, clock),
                feedback,
                DoingNothing.as(AuditLooksUseCase.class),
                decisions::list);
        return new CollectBelongings(sources, new InMemoryRateLimiter(clock), clock);
    }

    private static LedgerEntry entry(UserId user, int number) {
        return new LedgerEntry(
                user, NOON.plusSeconds(number), new TurnId("trn_" + number), "llama3.2", 1, 2, Kind.SETTLED);
    }

    private static ConversationSummary conversation(UserId owner, int number) {
        Instant at = NOON.plusSeconds(number);
        return new ConversationSummary(new ConversationId("cnv_" + number), owner, "Talk", at, at, 0);
    }

    private static MemoryItem memory(String id, Status status) {
        return new MemoryItem(
                new MemoryId(id),
                ADA,
                MemoryTier.ITM,
                MemoryKind.FACT,
                "Moss is green",
                0.5,
                NOON,
                NOON,
                null,
                null,
                0,
                List.of(),
                status,
                null);
    }

    /** A member of the basic tier. */
    private static final class Subscribed implements BillingQuery {
        @Override
        public Standing subscription(UserId user) {
            return new Standing(Tier.BASIC, SubscriptionStatus.ACTIVE, null, null, null, null, null, false);
        }

        @Override
        public Map<Tier, Price> prices() {
            return Map.of();
        }
    }

    /** Each memory was forgotten once. */
    private static final class Forgotten implements MemoryHistoryQuery {
        @Override
        public List<Step> history(UserId owner, MemoryId id) {
            MemoryForgotten event = new MemoryForgotten(id, NOON, owner, ForgetReason.MEMBER, null);
            return List.of(new Step(0, "memory.forgotten", Actor.member(owner), event));
        }
    }

    /** Notes each reading. */
    private final class WatchedConversations implements ConversationQuery {
        final List<String> calls = new ArrayList<>();
        private final ConversationQuery reader = new ConversationReader(threads);

        @Override
        public Page<ConversationSummary> list(UserId owner, @Nullable String words, PageRequest page) {
            calls.add("list");
            return reader.list(owner, words, page);
        }

        @Override
        public ConversationThread get(UserId owner, ConversationId id) {
            calls.add("get");
            return reader.get(owner, id);
        }
    }
}
