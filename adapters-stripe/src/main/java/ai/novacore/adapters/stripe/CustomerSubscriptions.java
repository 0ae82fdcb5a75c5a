package ai.novacore.adapters.stripe;

import ai.novacore.application.subscription.port.out.PaymentGateway.Listed;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.PaymentGateway.UnknownPrice;
import ai.novacore.domain.subscription.StripeSubscription;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeCollection;
import com.stripe.model.Subscription;
import com.stripe.net.RequestOptions;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionListParams.Status;
import com.stripe.service.SubscriptionService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What customers of Stripe are subscribed to. */
final class CustomerSubscriptions {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerSubscriptions.class);

    private static final long PAGE = 100;

    /** Far more than one customer can have come by honestly. */
    private static final int MOST_OF_A_CUSTOMER = 1_000;

    private final SubscriptionService subscriptions;
    private final SubscriptionReading reading;

    CustomerSubscriptions(StripeSettings settings, StripeClient client) {
        subscriptions = client.v1().subscriptions();
        reading = new SubscriptionReading(settings);
    }

    List<StripeSubscription> of(String customer) throws StripeException {
        return allOf(customer).stream()
                .map(reading::read)
                .flatMap(Optional::stream)
                .toList();
    }

    Listed after(@Nullable String last) throws StripeException {
        StripeCollection<Subscription> part = page(null, last);
        List<StripeSubscription> items = new ArrayList<>();
        for (Subscription subscription : part.getData()) {
            try {
                reading.read(subscription).ifPresent(items::add);
            } catch (UnknownPrice e) {
                // One customer's must not keep the others from being looked at; it fails when theirs are asked for.
                LOG.warn("Subscription {}: {}", subscription.getId(), e.getMessage());
            }
        }
        return new Listed(items, lastOf(part), hasMore(part));
    }

    /** Stripe's subscription, to be changed. */
    Subscription get(String id) throws StripeException {
        return subscriptions.retrieve(id);
    }

    void cancel(String id, @Nullable String key) throws StripeException {
        // The invoice credits the customer; without it the credit would wait for another bill of what has ended.
        SubscriptionCancelParams how = SubscriptionCancelParams.builder()
                .setProrate(true)
                .setInvoiceNow(true)
                .build();
        try {
            subscriptions.cancel(
                    id, how, RequestOptions.builder().setIdempotencyKey(key).build());
        } catch (StripeException e) {
            if (!StripeTrouble.isMissing(e) && !isOver(id, e)) {
                throw e;
            }
        }
    }

    void cancelAllOf(String customer) throws StripeException {
        for (Subscription subscription : allOf(customer)) {
            if (!isOver(subscription)) {
                cancel(subscription.getId(), null);
            }
        }
    }

    private boolean isOver(String id, StripeException refusal) throws StripeException {
        return !StripeTrouble.isOfTheService(refusal) && isOver(get(id));
    }

    private static boolean isOver(Subscription subscription) {
        return List.of("canceled", "incomplete_expired").contains(subscription.getStatus());
    }

    private List<Subscription> allOf(String customer) throws StripeException {
        List<Subscription> all = new ArrayList<>();
        StripeCollection<Subscription> part;
        do {
            part = page(customer, all.isEmpty() ? null : all.getLast().getId());
            all.addAll(part.getData());
            if (all.size() > MOST_OF_A_CUSTOMER) {
                throw new PaymentFailure("a customer has more than 1,000 subscriptions", null);
            }
        } while (hasMore(part));
        return all;
    }

    private StripeCollection<Subscription> page(@Nullable String customer, @Nullable String after)
            throws StripeException {
        SubscriptionListParams.Builder wanted = SubscriptionListParams.builder()
                .setStatus(Status.ALL)
                .setLimit(PAGE)
                .addExpand("data." + SubscriptionReading.EXPANDED);
        if (customer != null) {
            wanted.setCustomer(customer);
        }
        if (after != null) {
            wanted.setStartingAfter(after);
        }
        return subscriptions.list(wanted.build());
    }

    /** An empty page is the last one, whatever it says: there is nothing to go on from. */
    private static boolean hasMore(StripeCollection<Subscription> part) {
        return Boolean.TRUE.equals(part.getHasMore()) && !part.getData().isEmpty();
    }

    private static @Nullable String lastOf(StripeCollection<Subscription> part) {
        return part.getData().isEmpty() ? null : part.getData().getLast().getId();
    }
}
