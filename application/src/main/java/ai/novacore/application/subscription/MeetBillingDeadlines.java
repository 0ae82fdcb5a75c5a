package ai.novacore.application.subscription;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.subscription.port.out.SubscriptionStore;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionCommand.MeetDeadlines;
import ai.novacore.domain.subscription.SubscriptionId;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds of a grace that runs out, ends it, and changes to lower tiers when their time has come. What is due is looked up,
 * not kept in timers, so nothing is missed while nothing runs.
 */
public final class MeetBillingDeadlines {
    private static final Logger LOG = LoggerFactory.getLogger(MeetBillingDeadlines.class);
    private static final Actor ACTOR = Actor.system("billing-deadlines");
    private static final int AT_ONCE = 500;

    private final SubscriptionStore subscriptions;
    private final CommandDispatcher commands;
    private final Clock clock;

    public MeetBillingDeadlines(SubscriptionStore subscriptions, CommandDispatcher commands, Clock clock) {
        this.subscriptions = subscriptions;
        this.commands = commands;
        this.clock = clock;
    }

    /** One that fails does not keep the others waiting; what is left over is done the next time. */
    public void meetDue() {
        Instant now = clock.instant();
        for (UserId user : subscriptions.due(now, AT_ONCE)) {
            try {
                commands.dispatch(new MeetDeadlines(SubscriptionId.of(user), ACTOR, now, user));
            } catch (RuntimeException e) {
                LOG.warn("A deadline of the subscription {} could not be met yet", SubscriptionId.of(user), e);
            }
        }
    }
}
