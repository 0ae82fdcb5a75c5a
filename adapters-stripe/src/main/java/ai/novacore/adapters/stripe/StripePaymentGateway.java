package ai.novacore.adapters.stripe;

import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage.Stage;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.user.EmailAddress;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.billingportal.SessionCreateParams;
import com.stripe.param.billingportal.SessionCreateParams.FlowData;
import com.stripe.param.billingportal.SessionCreateParams.FlowData.AfterCompletion;
import com.stripe.param.billingportal.SessionCreateParams.FlowData.SubscriptionUpdateConfirm;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stripe, through its own client. Safe for use by many threads.
 *
 * <p>The client names the version of Stripe's API that it was made for with every request, {@link Stripe#API_VERSION}, so that
 * an account's own version does not matter here. When an update of the client brings another version: read Stripe's changelog
 * for what is read in {@link SubscriptionReading} and {@link CheckoutSessions}, set the version in {@code PinningTheVersion},
 * and give the webhook endpoint the same one. Webhooks are read loosely and survive a version that differs.
 *
 * <p>A customer who was deleted at Stripe still has their subscriptions there, which ended at that. Should Stripe refuse to
 * list them, the customer is looked up: none when they are deleted, a failure when Stripe has never heard of them, because
 * then the key belongs to another account and nothing may be concluded.
 */
public final class StripePaymentGateway implements PaymentGateway {
    /** What Stripe's names look like; anything else is no name, and would be another address. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,255}");

    private final StripeSettings settings;
    private final StripeClient client;
    private final StripeCalls calls;
    private final CheckoutSessions sessions;
    private final CustomerSubscriptions subscriptions;
    private final PriceList prices;

    public StripePaymentGateway(
            StripeSettings settings, Clock clock, MeterRegistry meters, ObservationRegistry observations) {
        this.settings = settings;
        client = StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setApiBase(settings.apiBase().toString().replaceFirst("/+$", ""))
                .setMaxNetworkRetries(settings.retries())
                .setHttpClient(new StripeTransport(settings, observations))
                .build();
        calls = new StripeCalls(settings.callTimeout(), clock, meters);
        sessions = new CheckoutSessions(settings, client);
        subscriptions = new CustomerSubscriptions(settings, client);
        prices = new PriceList(clock, () -> calls.make(this::soldPrices));
    }

    /** Whether Stripe is asked at all; not for some seconds after it failed too often. */
    public boolean isAsked() {
        return calls.isPermitted();
    }

    @Override
    public String createCustomer(UserId user, EmailAddress email, String idempotencyKey) {
        CustomerCreateParams wanted = CustomerCreateParams.builder()
                .setEmail(email.value())
                .putMetadata(SubscriptionReading.MEMBER, user.value())
                .build();
        return calls.make(() -> createCustomer(wanted, idempotencyKey));
    }

    /** Stripe repeats what it answered the first time, also about a customer who is deleted since. */
    private String createCustomer(CustomerCreateParams wanted, String key) throws StripeException {
        Customer customer = client.v1()
                .customers()
                .create(wanted, RequestOptions.builder().setIdempotencyKey(key).build());
        String id = customer.getId();
        return StripeTrouble.isRepeated(customer) && isDeleted(id) ? createCustomer(wanted, key + "-" + id) : id;
    }

    @Override
    public CheckoutPage openCheckout(UserId user, String customer, Tier tier, String idempotencyKey) {
        return calls.make(() -> sessions.open(user, customer, tier, idempotencyKey));
    }

    @Override
    public Optional<CheckoutPage> checkout(String sessionId) {
        return isId(sessionId) ? calls.make(() -> sessions.find(sessionId)) : Optional.empty();
    }

    @Override
    public Stage expireCheckout(String sessionId) {
        return isId(sessionId) ? calls.make(() -> sessions.expire(sessionId)) : Stage.EXPIRED;
    }

    @Override
    public URI portal(String customer, @Nullable Tier change, @Nullable String subscription) {
        return calls.make(() -> {
            SessionCreateParams.Builder wanted =
                    SessionCreateParams.builder().setCustomer(customer).setReturnUrl(settings.returnUrl());
            if (change != null && subscription != null) {
                wanted.setFlowData(changing(subscriptions.get(subscription), settings.sold(change)));
            }
            return URI.create(client.v1()
                    .billingPortal()
                    .sessions()
                    .create(wanted.build())
                    .getUrl());
        });
    }

    private FlowData changing(Subscription subscription, String price) {
        SubscriptionItem item = subscription.getItems().getData().stream()
                .filter(candidate ->
                        settings.tierOf(candidate.getPrice().getId()).isPresent())
                .findFirst()
                .orElseThrow(() -> new PaymentFailure("the subscription has no item that is a tier", null));
        return FlowData.builder()
                .setType(FlowData.Type.SUBSCRIPTION_UPDATE_CONFIRM)
                .setSubscriptionUpdateConfirm(SubscriptionUpdateConfirm.builder()
                        .setSubscription(subscription.getId())
                        .addItem(SubscriptionUpdateConfirm.Item.builder()
                                .setId(item.getId())
                                .setPrice(price)
                                .setQuantity(1L)
                                .build())
                        .build())
                .setAfterCompletion(AfterCompletion.builder()
                        .setType(AfterCompletion.Type.REDIRECT)
                        .setRedirect(AfterCompletion.Redirect.builder()
                                .setReturnUrl(settings.returnUrl())
                                .build())
                        .build())
                .build();
    }

    @Override
    public List<StripeSubscription> subscriptionsOf(String customer) {
        return calls.make(() -> {
            try {
                return subscriptions.of(customer);
            } catch (StripeException e) {
                if (StripeTrouble.isMissing(e) && isDeleted(customer)) {
                    return List.of();
                }
                throw e;
            }
        });
    }

    private boolean isDeleted(String customer) throws StripeException {
        return Boolean.TRUE.equals(client.v1().customers().retrieve(customer).getDeleted());
    }

    @Override
    public Listed subscriptions(@Nullable String after) {
        return calls.make(() -> subscriptions.after(after));
    }

    @Override
    public void cancel(String subscription, String idempotencyKey) {
        calls.make(() -> {
            subscriptions.cancel(subscription, idempotencyKey);
            return subscription;
        });
    }

    /** The pages first: what is paid at one meanwhile is among the subscriptions then. */
    @Override
    public void erase(String customer) {
        calls.make(() -> {
            try {
                if (!isDeleted(customer)) {
                    sessions.expireAllOf(customer);
                    subscriptions.cancelAllOf(customer);
                    client.v1().customers().delete(customer);
                }
            } catch (StripeException e) {
                if (!StripeTrouble.isMissing(e)) {
                    throw e;
                }
            }
            return customer;
        });
    }

    @Override
    public Optional<String> customerOfCharge(String charge) {
        return calls.make(() -> {
            try {
                return Optional.ofNullable(
                        client.v1().charges().retrieve(charge).getCustomer());
            } catch (StripeException e) {
                if (StripeTrouble.isMissing(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public Map<Tier, Price> prices() {
        return prices.prices();
    }

    private Map<Tier, Price> soldPrices() throws StripeException {
        Map<Tier, Price> sold = new EnumMap<>(Tier.class);
        for (Tier tier : settings.prices().keySet()) {
            com.stripe.model.Price price = client.v1().prices().retrieve(settings.sold(tier));
            if (price.getUnitAmount() == null || price.getRecurring() == null) {
                throw new PaymentFailure("the price of " + tier + " is no fixed amount for a time", null);
            }
            sold.put(
                    tier,
                    new Price(
                            price.getUnitAmount(),
                            price.getCurrency(),
                            price.getRecurring().getInterval()));
        }
        return sold;
    }

    private static boolean isId(String value) {
        return ID.matcher(value).matches();
    }
}
