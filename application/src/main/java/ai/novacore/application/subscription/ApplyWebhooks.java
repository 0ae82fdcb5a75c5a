package ai.novacore.application.subscription;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.subscription.InboxMetrics.Outcome;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.PaymentGateway.UnknownPrice;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Claim;
import ai.novacore.application.subscription.port.out.WebhookInbox.ClaimLost;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.subscription.port.out.WebhookReader;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.domain.shared.DomainRejection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what Stripe sent, one customer at a time. What fails is tried again after 5 seconds, 20, 80, and so on up to an
 * hour, and parked after {@value #ATTEMPTS} attempts, which takes six and a half hours; the other customers go on. What
 * trying again does not mend is parked at once.
 */
public final class ApplyWebhooks {
    static final long ATTEMPTS = 12;

    private static final Logger LOG = LoggerFactory.getLogger(ApplyWebhooks.class);
    private static final int ENTRIES = 100;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final long GROWTH = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final WebhookInbox inbox;
    private final ApplyClaim one;
    private final Duration lease;
    private final Clock clock;
    private final InboxMetrics metrics;

    public ApplyWebhooks(
            WebhookInbox inbox,
            WebhookReader reader,
            BillingCustomers customers,
            AccountStore accounts,
            PaymentGateway gateway,
            CommandDispatcher commands,
            InboxSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.lease = settings.lease();
        this.clock = clock;
        this.metrics = new InboxMetrics(meters);
        WebhookHearing hearing = new WebhookHearing(reader, customers, accounts, gateway);
        this.one = new ApplyClaim(inbox, hearing, customers, gateway, commands, settings.grace(), clock, metrics);
    }

    /**
     * Works on one customer of whom something is due, and on whom nobody else works.
     *
     * @return whether there was one
     */
    public boolean applyNext() {
        Instant now = clock.instant();
        Claim claim = inbox.claim(now, now.plus(lease), ENTRIES).orElse(null);
        if (claim == null) {
            return false;
        }
        // Stripe's own name for what happened, which the request that brought it has logged beside its own.
        Correlation correlation = new Correlation(claim.entries().getFirst().id(), Consequences.STRIPE);
        correlation.run(() -> {
            try {
                apply(claim);
            } catch (ClaimLost _) {
                LOG.info("{} took too long, and was taken over", name(claim));
            }
        });
        return true;
    }

    private void apply(Claim claim) {
        try {
            one.apply(claim);
        } catch (ClaimLost e) {
            throw e;
        } catch (UnknownPrice e) {
            park(claim, "unknown_price: " + e.getMessage());
        } catch (PaymentFailure e) {
            again(claim, "payment_failure: " + e.getMessage());
        } catch (DomainRejection e) {
            park(claim, e.code());
        } catch (RuntimeException | StackOverflowError e) {
            // The latter by a text that is nested without end; it is to cost no other customer anything.
            LOG.warn("{} failed inside", name(claim), e);
            again(claim, "internal_error: " + e.getClass().getSimpleName());
        }
    }

    private void again(Claim claim, String reason) {
        if (claim.attempts() + 1 >= ATTEMPTS) {
            park(claim, reason);
            return;
        }
        inbox.giveBack(claim, reason, clock.instant().plus(pause(claim.attempts())));
        metrics.ended(Outcome.RETRIED, claim.entries().size());
        LOG.info("{} could not be applied and is tried again: {}", name(claim), reason);
    }

    private void park(Claim claim, String reason) {
        inbox.finish(claim, Status.PARKED, reason, clock.instant());
        metrics.ended(Outcome.PARKED, claim.entries().size());
        LOG.warn("{} could not be applied and is parked: {}", name(claim), reason);
    }

    static Duration pause(long attempts) {
        Duration pause = FIRST_PAUSE;
        for (long i = 0; i < attempts && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(GROWTH);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static String name(Claim claim) {
        return claim.entries().getFirst().id() + " with " + (claim.entries().size() - 1) + " others";
    }
}
