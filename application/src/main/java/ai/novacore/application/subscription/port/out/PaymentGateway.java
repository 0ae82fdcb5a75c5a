package ai.novacore.application.subscription.port.out;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.user.EmailAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where members pay: Stripe. Every call ends within half a minute. What takes an {@code idempotencyKey} does the same once
 * for the same key, within a day.
 *
 * <p>Every method throws {@link PaymentFailure} when it is not known to have been done.
 */
public interface PaymentGateway {

    /** A page where somebody can pay, or could. */
    record CheckoutPage(
            String sessionId, Stage stage, @Nullable URI url, Instant expiresAt) {
        /** How far it has come. */
        public enum Stage {
            OPEN,
            /** Somebody paid there, or is about to be charged. */
            COMPLETE,
            EXPIRED
        }
    }

    /**
     * What a tier costs.
     *
     * @param amount in the smallest unit of the currency
     * @param currency three letters in lower case
     * @param interval {@code month} or {@code year}
     */
    record Price(long amount, String currency, String interval) {}

    /** A part of a list; {@code more} when there is another one after the last item. */
    record Listed(List<StripeSubscription> items, @Nullable String last, boolean more) {
        public Listed {
            items = List.copyOf(items);
        }
    }

    /** Makes a customer for a member, who has none yet, and gives its id. */
    String createCustomer(UserId user, EmailAddress email, String idempotencyKey);

    /**
     * Opens a page where a customer can subscribe to a tier; it refers to the member, so that what comes of it is known to be
     * theirs.
     */
    CheckoutPage openCheckout(UserId user, String customer, Tier tier, String idempotencyKey);

    /** How a page stands; absent when there is none of this name. */
    Optional<CheckoutPage> checkout(String sessionId);

    /** Sees to it that nobody can pay at a page any more; gives how it stands then, which is not always expired. */
    CheckoutPage.Stage expireCheckout(String sessionId);

    /**
     * A page, for a short time, where a customer sees their invoices and changes how they pay, what they pay for or whether.
     *
     * @param change the tier that the page is to offer at once; the page's beginning when absent
     * @param subscription the running subscription, which {@code change} is about
     */
    URI portal(String customer, @Nullable Tier change, @Nullable String subscription);

    /**
     * All subscriptions of a customer to tiers of ours, also those that have ended, as they are now.
     *
     * @throws UnknownPrice when one of them was bought from us and has a price that no tier has
     */
    List<StripeSubscription> subscriptionsOf(String customer);

    /**
     * The subscriptions of all customers, the newest first.
     *
     * @param after where the part before ended; from the beginning when absent
     */
    Listed subscriptions(@Nullable String after);

    /** Ends a subscription at once; what is paid for and not used is credited. Nothing to do when it has ended. */
    void cancel(String subscription, String idempotencyKey);

    /**
     * Ends at once whatever a customer pays for, closes pages that are open, and deletes the customer, so that nothing is
     * charged any more when this returns. Nothing to do when it is gone.
     */
    void erase(String customer);

    /** Whose payment it was; absent when it belongs to no customer. */
    Optional<String> customerOfCharge(String charge);

    /** What the tiers cost that are for sale; may be some minutes old. */
    Map<Tier, Price> prices();

    /** The gateway did not do what it was asked to, or did not answer. The message names no personal data. */
    class PaymentFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PaymentFailure(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Something was bought that has no place among the tiers: a person has to look at the settings. */
    final class UnknownPrice extends PaymentFailure {
        private static final long serialVersionUID = 1L;

        public UnknownPrice(String price) {
            super("No tier has the price " + price, null);
        }
    }
}
