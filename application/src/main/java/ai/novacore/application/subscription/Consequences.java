package ai.novacore.application.subscription;

import ai.novacore.application.subscription.Heard.Statement;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.ActionRequired;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Changed;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.CheckoutOver;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.CustomerDeleted;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Disputed;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Refunded;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.TrialEnding;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.SubscriptionCommand.CancelSubscription;
import ai.novacore.domain.subscription.SubscriptionCommand.CloseCheckout;
import ai.novacore.domain.subscription.SubscriptionCommand.FollowStripe;
import ai.novacore.domain.subscription.SubscriptionCommand.NotePaymentAction;
import ai.novacore.domain.subscription.SubscriptionCommand.NoteTrialEnding;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordDispute;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordRefund;
import ai.novacore.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What follows for a member from what Stripe said: first how things stand, then what was said once. */
final class Consequences {
    static final Actor STRIPE = Actor.system("stripe");

    private final UserId user;
    private final SubscriptionId subscription;
    private final Instant now;
    private final Duration grace;

    Consequences(UserId user, Instant now, Duration grace) {
        this.user = user;
        this.subscription = SubscriptionId.of(user);
        this.now = now;
        this.grace = grace;
    }

    /** The subscriptions of a customer who is deleted may not be listed any more. */
    List<DomainCommand> of(Heard heard, List<StripeSubscription> seen) {
        List<DomainCommand> commands = new ArrayList<>();
        commands.add(
                heard.customerDeleted()
                        ? new CancelSubscription(subscription, STRIPE, now, user, heard.newest())
                        : new FollowStripe(subscription, STRIPE, now, user, seen, grace, heard.newest()));
        heard.said().stream().flatMap(said -> of(said, seen)).forEach(commands::add);
        return List.copyOf(commands);
    }

    private Stream<DomainCommand> of(Statement statement, List<StripeSubscription> seen) {
        return switch (statement.said()) {
            case Changed _, CustomerDeleted _ -> Stream.empty();
            case CheckoutOver over -> Stream.of(new CloseCheckout(subscription, STRIPE, now, user, over.sessionId()));
            case Refunded refund ->
                Stream.of(new RecordRefund(
                        subscription,
                        STRIPE,
                        now,
                        user,
                        refund.payment(),
                        refund.refunded(),
                        refund.full(),
                        isCurrent(refund.payment(), seen),
                        statement.cause()));
            case Disputed dispute ->
                Stream.of(new RecordDispute(
                        subscription, STRIPE, now, user, dispute.payment(), dispute.disputed(), statement.cause()));
            case TrialEnding ending ->
                Stream.of(new NoteTrialEnding(subscription, STRIPE, now, user, ending.endsAt(), statement.cause()));
            case ActionRequired action ->
                Stream.of(new NotePaymentAction(subscription, STRIPE, now, user, action.due(), statement.cause()));
        };
    }

    /** Whether it was the payment for the period that is running. */
    private static boolean isCurrent(String payment, List<StripeSubscription> seen) {
        return StripeSubscription.governing(seen)
                .filter(one -> payment.equals(one.payment()))
                .isPresent();
    }
}
