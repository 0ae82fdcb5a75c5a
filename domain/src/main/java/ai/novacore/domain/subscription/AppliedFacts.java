package ai.novacore.domain.subscription;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of Stripe's events were applied that say something once, such as a refund. Stripe delivers them more than once.
 *
 * @param eventIds the newest {@value #REMEMBERED} of them, in the order in which they were applied
 */
public record AppliedFacts(List<String> eventIds) {
    static final int REMEMBERED = 200;
    static final AppliedFacts NONE = new AppliedFacts(List.of());

    public AppliedFacts {
        eventIds = List.copyOf(eventIds);
    }

    boolean know(StripeCause cause) {
        return eventIds.contains(cause.eventId());
    }

    AppliedFacts plus(StripeCause cause) {
        List<String> ids =
                new ArrayList<>(eventIds.subList(Math.max(0, eventIds.size() + 1 - REMEMBERED), eventIds.size()));
        ids.add(cause.eventId());
        return new AppliedFacts(ids);
    }
}
