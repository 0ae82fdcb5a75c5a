package ai.novacore.application.subscription.port.in;

import ai.novacore.application.subscription.port.out.PaymentGateway.Price;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is for sale and what a member has bought. */
public interface BillingQuery {

    /**
     * What a member has.
     *
     * @param tier what they may use
     * @param periodEnd until when the running period lasts; absent when no subscription is running
     * @param graceUntil until when the tier stays although a payment is overdue; absent when none is
     * @param endsAt when the subscription will end; absent when it goes on
     * @param nextTier the lower tier that will be used from {@code nextTierAt} on; absent when none is scheduled
     * @param checkoutOpen whether the member was sent to a page where they can pay, and may have paid
     */
    record Standing(
            Tier tier,
            SubscriptionStatus status,
            @Nullable Instant periodEnd,
            @Nullable Instant graceUntil,
            @Nullable Instant endsAt,
            @Nullable Tier nextTier,
            @Nullable Instant nextTierAt,
            boolean checkoutOpen) {}

    /**
     * How a member's subscription stands, read from the log itself. While they may have paid at a page that we have not heard
     * from yet, Stripe is asked, and the next answer knows more.
     */
    Standing subscription(UserId user);

    /**
     * What the tiers cost that are for sale.
     *
     * @throws ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure when that was never heard
     */
    Map<Tier, Price> prices();
}
