package ai.novacore.application.export;

import ai.novacore.application.conversation.port.in.ConversationQuery;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.conversation.readmodel.ConversationThread;
import ai.novacore.application.export.port.in.BelongingsQuery;
import ai.novacore.application.feedback.port.in.GiveFeedbackUseCase;
import ai.novacore.application.memory.port.in.MemoryHistoryQuery;
import ai.novacore.application.memory.port.in.MemoryQuery;
import ai.novacore.application.memory.port.out.MemoryShelfStore.Filter;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.policy.port.in.PolicyDecisionQuery;
import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import ai.novacore.application.quota.port.in.UsageQuery;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.shared.port.out.RateLimiter.Decision;
import ai.novacore.application.shared.port.out.RateLimiter.Limit;
import ai.novacore.application.subscription.port.in.BillingQuery;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.user.port.in.AccountQuery;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.DomainRejection.TooOften;
import ai.novacore.domain.shared.RejectionKind;
import ai.novacore.domain.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts a person's data together out of what each feature shows them anyway. */
public final class CollectBelongings implements BelongingsQuery {
    /** It reads everything there is; nobody needs that more often. */
    private static final Limit EXPORTS = Limit.within("personal-data-export", 5, Duration.ofHours(1));

    private final Sources sources;
    private final RateLimiter limiter;
    private final Clock clock;

    /** Where it all is. */
    public record Sources(
            AccountQuery accounts,
            SessionUseCase sessions,
            BillingQuery billing,
            ConversationQuery conversations,
            MemoryQuery memories,
            MemoryHistoryQuery histories,
            UsageQuery usage,
            GiveFeedbackUseCase feedback,
            AuditLooksUseCase looks,
            PolicyDecisionQuery decisions) {}

    public CollectBelongings(Sources sources, RateLimiter limiter, Clock clock) {
        this.sources = sources;
        this.limiter = limiter;
        this.clock = clock;
    }

    @Override
    public Belongings of(UserId user) {
        Decision decision = limiter.take(EXPORTS, user.value());
        if (!decision.granted()) {
            throw new TooOften(
                    "export_throttled",
                    "That was enough for an hour. What you took along before is still what there is, but for the latest.",
                    clock.instant().plus(decision.retryAfter()));
        }
        PolicyDecisionStore.Filter theirs = new PolicyDecisionStore.Filter(user, null);
        return new Belongings(
                sources.accounts().account(user),
                sources.sessions().open(user),
                sources.billing().subscription(user),
                conversations(user),
                memories(user),
                Pages.stream(page -> sources.usage().ledger(user, null, null, page)),
                Pages.stream(page -> sources.feedback().given(user, page)),
                Pages.stream(page -> sources.looks().looks(user, page)),
                Pages.stream(page -> sources.decisions().read(theirs, page)));
    }

    private Stream<ConversationThread> conversations(UserId user) {
        return Pages.<ConversationSummary>stream(page -> sources.conversations().list(user, null, page))
                .flatMap(line -> unlessGone(() -> sources.conversations().get(user, line.id())).stream());
    }

    private Stream<Remembered> memories(UserId user) {
        List<Stream<MemoryItem>> states = Stream.of(Status.ACTIVE, Status.SUPERSEDED, Status.FORGOTTEN)
                .map(status -> new Filter(null, null, status))
                .map(filter ->
                        Pages.<MemoryItem>stream(page -> sources.memories().list(user, filter, page)))
                .toList();
        return states.stream()
                .flatMap(state -> state)
                .flatMap(item ->
                        unlessGone(
                                () -> new Remembered(item, sources.histories().history(user, item.id())))
                                .stream());
    }

    /** What is deleted after it was listed is left out. */
    private static <T> Optional<T> unlessGone(Supplier<T> found) {
        try {
            return Optional.of(found.get());
        } catch (DomainRejection rejection) {
            if (rejection.kind() == RejectionKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw rejection;
        }
    }
}
