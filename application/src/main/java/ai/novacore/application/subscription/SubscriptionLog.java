package ai.novacore.application.subscription;

import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.shared.port.out.EventLog.Recorded;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Subscription;
import ai.novacore.domain.subscription.SubscriptionDecider;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.subscription.SubscriptionId;
import java.util.List;

/**
 * Reads a subscription from the log itself: whoever comes back from paying must not be shown what a read model has not
 * caught up with yet. These streams are short, some dozens of events in a year.
 */
public final class SubscriptionLog {
    private static final int AT_ONCE = 200;

    private final SubscriptionDecider decider = new SubscriptionDecider();
    private final EventLog log;

    public SubscriptionLog(EventLog log) {
        this.log = log;
    }

    /**
     * @param events how many events led there; another number means that something has happened since
     */
    record Current(Subscription state, long events) {}

    Current current(UserId user) {
        Subscription state = decider.initial();
        long events = 0;
        List<Recorded> part;
        do {
            part = log.stream(SubscriptionId.of(user), events, AT_ONCE);
            for (Recorded recorded : part) {
                if (recorded.event() instanceof SubscriptionEvent event) {
                    state = decider.evolve(state, event);
                }
                events = recorded.sequence() + 1;
            }
        } while (part.size() == AT_ONCE);
        return new Current(state, events);
    }
}
