package ai.novacore.adapters.stripe;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage.Stage;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.service.checkout.SessionService;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of Stripe where somebody begins to pay. */
final class CheckoutSessions {
    /** The mark of what asked for a page: our idempotency key. */
    private static final String KEY = "nova_key";

    private static final long PAGE = 100;

    private final StripeSettings settings;
    private final SessionService sessions;

    CheckoutSessions(StripeSettings settings, StripeClient client) {
        this.settings = settings;
        sessions = client.v1().checkout().sessions();
    }

    CheckoutPage open(UserId user, String customer, Tier tier, String key) throws StripeException {
        SessionCreateParams wanted = SessionCreateParams.builder()
                .setMode(Mode.SUBSCRIPTION)
                .setCustomer(customer)
                .setClientReferenceId(user.value())
                .addLineItem(LineItem.builder()
                        .setPrice(settings.sold(tier))
                        .setQuantity(1L)
                        .build())
                .setSubscriptionData(SubscriptionData.builder()
                        .putMetadata(SubscriptionReading.MEMBER, user.value())
                        .build())
                .putMetadata("correlation_id", Correlation.current().id())
                .putMetadata(KEY, key)
                .setAllowPromotionCodes(true)
                .setSuccessUrl(settings.successUrl())
                .setCancelUrl(settings.cancelUrl())
                .build();
        try {
            Session session = sessions.create(
                    wanted, RequestOptions.builder().setIdempotencyKey(key).build());
            // Stripe repeats what it answered the first time, which may be over by now.
            return page(StripeTrouble.isRepeated(session) ? sessions.retrieve(session.getId()) : session);
        } catch (StripeException e) {
            if (!StripeTrouble.isKeyOfAnother(e)) {
                throw e;
            }
            // Asked for before by another request, which had another correlation id: it is the same page nevertheless.
            return page(openedBy(key, customer).orElseThrow(() -> e));
        }
    }

    private Optional<Session> openedBy(String key, String customer) throws StripeException {
        return sessions
                .list(SessionListParams.builder()
                        .setCustomer(customer)
                        .setLimit(PAGE)
                        .build())
                .getData()
                .stream()
                .filter(session -> session.getMetadata() != null
                        && key.equals(session.getMetadata().get(KEY)))
                .findFirst();
    }

    Optional<CheckoutPage> find(String id) throws StripeException {
        try {
            return Optional.of(page(sessions.retrieve(id)));
        } catch (StripeException e) {
            if (StripeTrouble.isMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Asks to expire it first, so that nobody can pay between a look and that. */
    Stage expire(String id) throws StripeException {
        try {
            return stage(sessions.expire(id));
        } catch (StripeException e) {
            if (StripeTrouble.isOfTheService(e)) {
                throw e;
            }
            Stage stage = find(id).map(CheckoutPage::stage).orElse(Stage.EXPIRED);
            if (stage == Stage.OPEN) {
                throw e;
            }
            return stage;
        }
    }

    void expireAllOf(String customer) throws StripeException {
        StripeCollection<Session> open;
        do {
            open = sessions.list(SessionListParams.builder()
                    .setCustomer(customer)
                    .setStatus(SessionListParams.Status.OPEN)
                    .setLimit(PAGE)
                    .build());
            for (Session session : open.getData()) {
                expire(session.getId());
            }
        } while (Boolean.TRUE.equals(open.getHasMore()) && !open.getData().isEmpty());
    }

    private static CheckoutPage page(Session session) {
        return new CheckoutPage(
                session.getId(), stage(session), url(session.getUrl()), Instant.ofEpochSecond(session.getExpiresAt()));
    }

    private static @Nullable URI url(@Nullable String url) {
        return url == null ? null : URI.create(url);
    }

    private static Stage stage(Session session) {
        return switch (session.getStatus()) {
            case "open" -> Stage.OPEN;
            case "complete" -> Stage.COMPLETE;
            case "expired" -> Stage.EXPIRED;
            default -> throw new PaymentFailure("a checkout page stands in a way that is not known", null);
        };
    }
}
