package ai.novacore.adapters.web.dev;

import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationWithdrawn;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutStarted;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentFailed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRecovered;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;

/** What happened to a subscription, in a sentence. */
final class SubscriptionSentences {

    private SubscriptionSentences() {}

    static String of(SubscriptionEvent event) {
        return switch (event) {
            case CheckoutStarted e ->
                "A checkout for tier " + Words.name(e.tier()) + " was started; it is open until "
                        + Words.at(e.expiresAt()) + ".";
            case SubscriptionActivated e ->
                "Tier " + Words.name(e.tier()) + " is paid for until " + Words.at(e.periodEnd()) + ".";
            case TierChanged e -> "The tier changed from " + Words.name(e.from()) + " to " + Words.name(e.to()) + ".";
            case PaymentFailed e -> "A payment failed; the grace ends " + Words.at(e.graceUntil()) + ".";
            case PaymentRecovered e -> "The payment came after all; paid until " + Words.at(e.periodEnd()) + ".";
            case CancellationScheduled e -> "The subscription will end " + Words.at(e.endsAt()) + ".";
            case CancellationWithdrawn _ -> "The subscription goes on after all.";
            case GraceExpired _ -> "The grace ended without a payment.";
            case SubscriptionCancelled _ -> "The subscription ended.";
        };
    }
}
