package ai.novacore.adapters.stripe;

import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.PaymentGateway.UnknownPrice;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a subscription of the pinned version of Stripe's API as one of ours. */
final class SubscriptionReading {
    /** The mark of what was opened by us, with the member's id. */
    static final String MEMBER = "nova_user";

    /** What else must come with a subscription. */
    static final String EXPANDED = "latest_invoice.payments";

    /** An item whose price belongs to a tier. */
    private record OurItem(SubscriptionItem item, Tier tier) {}

    private final StripeSettings settings;

    SubscriptionReading(StripeSettings settings) {
        this.settings = settings;
    }

    /**
     * Absent when it is none of ours: the account may sell other things.
     *
     * @throws UnknownPrice when it goes on and was opened by us, but has a price of no tier
     */
    Optional<StripeSubscription> read(Subscription subscription) {
        Standing standing = standing(subscription);
        List<OurItem> ours = subscription.getItems().getData().stream()
                .flatMap(item -> settings.tierOf(item.getPrice().getId()).map(tier -> new OurItem(item, tier)).stream())
                .toList();
        if (ours.isEmpty()) {
            if (standing != Standing.ENDED && isOpenedByUs(subscription)) {
                throw new UnknownPrice(prices(subscription));
            }
            return Optional.empty();
        }
        return Optional.of(read(subscription, standing, ours));
    }

    private static StripeSubscription read(Subscription subscription, Standing standing, List<OurItem> ours) {
        Tier tier =
                ours.stream().map(OurItem::tier).max(Comparator.naturalOrder()).orElseThrow();
        SubscriptionItem latest = ours.stream()
                .map(OurItem::item)
                .max(Comparator.comparing(SubscriptionItem::getCurrentPeriodEnd))
                .orElseThrow();
        Instant periodEnd = Instant.ofEpochSecond(latest.getCurrentPeriodEnd());
        return new StripeSubscription(
                subscription.getId(),
                subscription.getCustomer(),
                tier,
                standing,
                Instant.ofEpochSecond(subscription.getCreated()),
                Instant.ofEpochSecond(latest.getCurrentPeriodStart()),
                periodEnd,
                endsAt(subscription, periodEnd),
                payment(subscription.getLatestInvoiceObject()));
    }

    private static Standing standing(Subscription subscription) {
        return switch (subscription.getStatus()) {
            case "trialing", "active" -> Standing.PAID;
            case "past_due", "unpaid" -> Standing.OVERDUE;
            case "paused" -> Standing.PAUSED;
            case "incomplete" -> Standing.NOT_STARTED;
            case "canceled", "incomplete_expired" -> Standing.ENDED;
            default -> throw new PaymentFailure("a subscription stands in a way that is not known", null);
        };
    }

    private static @Nullable Instant endsAt(Subscription subscription, Instant periodEnd) {
        if (subscription.getCancelAt() != null) {
            return Instant.ofEpochSecond(subscription.getCancelAt());
        }
        return Boolean.TRUE.equals(subscription.getCancelAtPeriodEnd()) ? periodEnd : null;
    }

    /** The payment that went through, or else the one that is to. */
    private static @Nullable String payment(@Nullable Invoice invoice) {
        if (invoice == null || invoice.getPayments() == null) {
            return null;
        }
        return invoice.getPayments().getData().stream()
                .filter(payment ->
                        payment.getPayment() != null && payment.getPayment().getPaymentIntent() != null)
                .min(Comparator.comparingInt(SubscriptionReading::rank))
                .map(payment -> payment.getPayment().getPaymentIntent())
                .orElse(null);
    }

    private static int rank(InvoicePayment payment) {
        if ("paid".equals(payment.getStatus())) {
            return 0;
        }
        return Boolean.TRUE.equals(payment.getIsDefault()) ? 1 : 2;
    }

    private static boolean isOpenedByUs(Subscription subscription) {
        Map<String, String> metadata = subscription.getMetadata();
        return metadata != null && metadata.containsKey(MEMBER);
    }

    private static String prices(Subscription subscription) {
        return subscription.getItems().getData().stream()
                .map(item -> item.getPrice().getId())
                .findFirst()
                .orElse("of no item");
    }
}
