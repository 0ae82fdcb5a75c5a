package ai.novacore.adapters.web.history;

import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationWithdrawn;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutClosed;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutStarted;
import ai.novacore.domain.subscription.SubscriptionEvent.DuplicateFound;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceReminded;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentActionRequired;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentDisputed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentFailed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRecovered;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionPaused;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionRenewed;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionResumed;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChangeScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionEvent.TrialEnding;

/** What happened to a subscription, in a sentence. */
final class SubscriptionSentences {

    private SubscriptionSentences() {}

    static String of(SubscriptionEvent event) {
        return switch (event) {
            case CheckoutStarted e ->
                "A checkout for tier " + Words.name(e.tier()) + " was started; it is open until "
                        + Words.at(e.expiresAt()) + ".";
            case CheckoutClosed _ -> "The checkout was closed.";
            case SubscriptionActivated e ->
                "Tier " + Words.name(e.tier()) + " is paid for until " + Words.at(e.periodEnd()) + ".";
            case TierChanged e -> "The tier changed from " + Words.name(e.from()) + " to " + Words.name(e.to()) + ".";
            case TierChangeScheduled e ->
                "The tier will change to " + Words.name(e.to()) + " " + Words.at(e.changesAt()) + ".";
            case SubscriptionRenewed e -> "Another period has begun; it lasts until " + Words.at(e.periodEnd()) + ".";
            case PaymentFailed e -> "A payment failed; the grace ends " + Words.at(e.graceUntil()) + ".";
            case PaymentRecovered e -> "The payment came after all; paid until " + Words.at(e.periodEnd()) + ".";
            case CancellationScheduled e -> "The subscription will end " + Words.at(e.endsAt()) + ".";
            case CancellationWithdrawn _ -> "The subscription goes on after all.";
            case GraceReminded e ->
                "A reminder that the grace ends " + Words.at(e.graceUntil()) + ", in days: " + e.daysLeft() + ".";
            case SubscriptionPaused _ -> "The subscription is paused until it is known how it is paid for.";
            case SubscriptionResumed _ -> "The subscription goes on after a pause.";
            case DuplicateFound _ -> "A second subscription was found, and is ended.";
            case PaymentRefunded e ->
                e.endsSubscription()
                        ? "A payment went back; with it the subscription ends."
                        : "A payment went back, all of it or some.";
            case PaymentDisputed _ -> "A payment is disputed at the bank; nothing more is collected.";
            case TrialEnding e -> "The trial ends " + Words.at(e.endsAt()) + ".";
            case PaymentActionRequired _ -> "A payment waits for the person to confirm it at their bank.";
            case GraceExpired _ -> "The grace ended without a payment.";
            case SubscriptionCancelled _ -> "The subscription ended.";
        };
    }
}
