package ai.novacore.adapters.web.support;

import ai.novacore.adapters.web.history.EventSentences;
import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.Page;
import ai.novacore.application.support.port.in.TimelineQuery.Moment;
import ai.novacore.application.support.port.out.HistoryLog.Entry;
import ai.novacore.application.support.port.out.LookStore.Look;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People, what happened to them, and who looked at it, as the HTTP contract shows them. */
public final class SupportShapes {
    private static final String MASKED = "[masked]";

    private SupportShapes() {}

    @Schema(name = "SupportUsers")
    record People(List<Person> items) {}

    /** @param email and {@code displayName}: {@value #MASKED} unless they are asked for */
    @Schema(name = "SupportUser")
    record Person(
            String id,
            String email,
            String displayName,
            boolean emailVerified,
            @Nullable Instant emailVerifiedAt,
            String tier,
            List<String> roles,
            String standing,
            Instant createdAt) {

        static Person of(Account account, boolean unmasked) {
            return new Person(
                    account.id().value(),
                    unmasked ? account.email() : MASKED,
                    unmasked ? account.displayName() : MASKED,
                    account.emailVerifiedAt() != null,
                    account.emailVerifiedAt(),
                    Choices.lower(account.tier()),
                    account.roles().stream().map(Enum::name).toList(),
                    Choices.lower(account.standing()),
                    account.createdAt());
        }
    }

    @Schema(name = "SupportActor")
    record ActorView(String kind, String id) {
        static ActorView of(Actor actor) {
            return new ActorView(Choices.lower(actor.kind()), actor.id());
        }
    }

    @Schema(name = "SupportTimeline")
    record Timeline(List<TimelineItem> items, @Nullable String nextCursor) {
        static Timeline of(Page<Moment> page) {
            return new Timeline(page.items().stream().map(TimelineItem::of).toList(), Paging.encode(page.next()));
        }
    }

    /**
     * @param aggregate of which kind {@code aggregateId} is; absent for what is no event
     * @param sequence its place among the events of the aggregate
     * @param type the event's stored name and version, or {@code policy.blocked}
     */
    @Schema(name = "SupportTimelineItem")
    record TimelineItem(
            Instant at,
            String sentence,
            String type,
            @Nullable String aggregate,
            @Nullable String aggregateId,
            @Nullable Long sequence,
            @Nullable ActorView actor,
            @Nullable String correlationId) {

        static TimelineItem of(Moment moment) {
            return switch (moment) {
                case Moment.Recorded(Entry entry) -> of(entry);
                case Moment.Refused(PolicyDecision decision) -> of(decision);
            };
        }

        private static TimelineItem of(Entry entry) {
            DomainEvent event = entry.event();
            return new TimelineItem(
                    entry.at(),
                    event == null ? "Something happened that is not understood any more." : EventSentences.of(event),
                    entry.type(),
                    entry.streamType(),
                    entry.stream(),
                    entry.sequence(),
                    ActorView.of(entry.actor()),
                    entry.correlationId());
        }

        private static TimelineItem of(PolicyDecision decision) {
            String text = switch (decision.direction()) {
                case PROMPT -> "A question of theirs was refused";
                case ANSWER -> "An answer to them was withheld";
                case EVALUATION -> "A text of theirs was refused";
            };
            return new TimelineItem(
                    decision.at(),
                    text + " by the policy (" + String.join(", ", decision.principles()) + ").",
                    "policy.blocked",
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    @Schema(name = "SupportAudit")
    record Audit(List<LookView> items, @Nullable String nextCursor) {
        static Audit of(Page<Look> page) {
            return new Audit(page.items().stream().map(LookView::of).toList(), Paging.encode(page.next()));
        }
    }

    /** @param userId whose data was looked at; absent when nobody's in particular */
    @Schema(name = "SupportLook")
    record LookView(
            String id,
            Instant at,
            String staffId,
            String action,
            String target,
            @Nullable String userId,
            String reason,
            boolean unmasked,
            String correlationId) {

        static LookView of(Look look) {
            UserId person = look.person();
            return new LookView(
                    look.id(),
                    look.at(),
                    look.staff().value(),
                    look.action(),
                    look.target(),
                    person == null ? null : person.value(),
                    look.reason(),
                    look.unmasked(),
                    look.correlationId());
        }
    }

    @Schema(name = "LooksAtMe")
    record LooksAtMe(List<LookAtMe> items, @Nullable String nextCursor) {
        static LooksAtMe of(Page<Look> page) {
            return new LooksAtMe(page.items().stream().map(LookAtMe::of).toList(), Paging.encode(page.next()));
        }
    }

    /**
     * What somebody is told about a look of the staff at what is theirs: not by whom and why, which is the staff's own.
     *
     * @param target what was looked at, by its id
     * @param unmasked whether their texts were shown
     */
    @Schema(name = "LookAtMe")
    public record LookAtMe(Instant at, String target, boolean unmasked) {
        public static LookAtMe of(Look look) {
            return new LookAtMe(look.at(), look.target(), look.unmasked());
        }
    }
}
