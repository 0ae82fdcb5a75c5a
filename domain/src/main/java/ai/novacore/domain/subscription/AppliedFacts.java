package ai.novacore.domain.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of Stripe's events were applied. Stripe delivers them more than once and in any order.
 *
 * @param eventIds the newest {@value #REMEMBERED} of them, in the order in which they were applied; one that has fallen
 *     out of the list is still known by its age
 * @param newestAt the latest time at which Stripe created one of them; absent when none was applied
 */
public record AppliedFacts(List<String> eventIds, @Nullable Instant newestAt) {
    static final int REMEMBERED = 200;
    static final AppliedFacts NONE = new AppliedFacts(List.of(), null);

    public AppliedFacts {
        eventIds = List.copyOf(eventIds);
    }

    /** Whether nothing is to be learnt from this event: it was applied before, or a newer one was. */
    public boolean outdate(StripeCause cause) {
        return eventIds.contains(cause.eventId())
                || (newestAt != null && cause.createdAt().isBefore(newestAt));
    }

    AppliedFacts plus(StripeCause cause) {
        List<String> ids =
                new ArrayList<>(eventIds.subList(Math.max(0, eventIds.size() + 1 - REMEMBERED), eventIds.size()));
        ids.add(cause.eventId());
        boolean newer = newestAt == null || cause.createdAt().isAfter(newestAt);
        return new AppliedFacts(ids, newer ? cause.createdAt() : newestAt);
    }
}
