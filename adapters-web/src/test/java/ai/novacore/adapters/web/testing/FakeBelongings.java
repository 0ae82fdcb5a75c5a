package ai.novacore.adapters.web.testing;

import ai.novacore.application.export.port.in.BelongingsQuery;
import ai.novacore.application.feedback.port.out.FeedbackStore.Category;
import ai.novacore.application.feedback.port.out.FeedbackStore.Feedback;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery.Step;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.subscription.port.in.BillingQuery.Standing;
import ai.novacore.application.support.port.out.LookStore.Look;
import ai.novacore.application.user.port.in.SessionUseCase.OpenSession;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryEvent.MemoryRevised;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection.TooOften;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A little of everything, in whatever way the next export is to go. */
public final class FakeBelongings implements BelongingsQuery {
    private static final Instant AT = TestServer.NOW.minus(Duration.ofHours(1));

    /** What becomes of an export. */
    public enum Course {
        WHOLE,
        THROTTLED,
        /** It fails before anything was sent. */
        BREAKING_OFF_EARLY,
        /** It fails when much was sent. */
        BREAKING_OFF_LATE
    }

    public volatile Course course = Course.WHOLE;

    @Override
    public Belongings of(UserId user) {
        if (course == Course.THROTTLED) {
            throw new TooOften("export_throttled", "That was enough for an hour.", TestServer.NOW.plusSeconds(90));
        }
        return new Belongings(
                FakeAccounts.ANNA,
                List.of(new OpenSession("ses-1", "Firefox", AT, AT, AT.plusSeconds(60))),
                new Standing(Tier.BASIC, SubscriptionStatus.ACTIVE, AT, null, null, null, null, false),
                Stream.of(new FakeHistory().get(user, new ConversationId("cnv_1"))),
                Stream.of(new Remembered(
                        memory(user),
                        List.of(new Step(
                                1,
                                "memory.revised",
                                Actor.member(user),
                                new MemoryRevised(new MemoryId("mem_1"), AT, user, new PersonalText("Rye")))))),
                ledger(user),
                Stream.of(new Feedback("fbk_1", AT, user, Category.PRAISE, "Nice", "/chat")),
                Stream.of(new Look("look_1", AT, new UserId("usr_sue"), "GET", "usr_anna", user, "why", false, "r")),
                Stream.of(new PolicyDecision(
                        "pol_1", AT, user, null, null, Direction.PROMPT, Decision.BLOCK, List.of("p"), "v1", "rules")));
    }

    private Stream<LedgerEntry> ledger(UserId user) {
        LedgerEntry line = new LedgerEntry(user, AT, new TurnId("trn_1"), "llama3.2", 12, 3, LedgerEntry.Kind.SETTLED);
        return switch (course) {
            case WHOLE, THROTTLED -> Stream.of(line);
            case BREAKING_OFF_EARLY -> Stream.of(line).peek(_ -> fail());
            case BREAKING_OFF_LATE ->
                Stream.concat(
                        IntStream.range(0, 10_000).mapToObj(_ -> line),
                        Stream.of(line).peek(_ -> fail()));
        };
    }

    private static void fail() {
        throw new IllegalStateException("the database is gone");
    }

    private static MemoryItem memory(UserId user) {
        return new MemoryItem(
                new MemoryId("mem_1"),
                user,
                MemoryTier.ITM,
                MemoryKind.FACT,
                "",
                0.5,
                AT,
                AT,
                null,
                null,
                0,
                List.of(),
                Status.FORGOTTEN,
                null);
    }
}
