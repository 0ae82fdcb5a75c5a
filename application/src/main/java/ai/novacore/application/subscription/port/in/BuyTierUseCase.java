package ai.novacore.application.subscription.port.in;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Sends members to where they pay, and to where they change what they pay for. */
public interface BuyTierUseCase {

    /** A page of Stripe's where the member can pay. */
    record Page(String sessionId, URI url) {}

    /**
     * Opens a page to subscribe to a tier; gives the page that is open already for the same tier, and closes one that is open
     * for another.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code email_not_verified}; {@code already_subscribed} when a
     *     subscription is running, also one that was paid for a moment ago; {@code checkout_open} when another page was
     *     opened in the same moment; {@code tier_not_for_sale}
     * @throws ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure when Stripe does not answer
     */
    Page checkout(UserId user, Tier tier);

    /**
     * Opens the page where a member sees invoices and changes how they pay, what they pay for or whether.
     *
     * @param change the tier that the page is to offer at once; the page's beginning when absent
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_subscribed} when they never bought anything, or when there
     *     is nothing to change
     * @throws ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure when Stripe does not answer
     */
    URI portal(UserId user, @Nullable Tier change);
}
