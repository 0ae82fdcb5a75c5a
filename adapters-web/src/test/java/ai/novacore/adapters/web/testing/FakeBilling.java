package ai.novacore.adapters.web.testing;

import ai.novacore.application.subscription.port.in.BillingQuery;
import ai.novacore.application.subscription.port.in.BuyTierUseCase;
import ai.novacore.application.subscription.port.in.ReceiveWebhookUseCase;
import ai.novacore.application.subscription.port.in.ReconcileUseCase;
import ai.novacore.application.subscription.port.in.SuperviseBillingUseCase;
import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.PaymentGateway.Price;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.subscription.readmodel.Reconciliation;
import ai.novacore.application.subscription.readmodel.Reconciliation.Difference;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Sells tiers for nothing, and notes what it is asked. */
public final class FakeBilling
        implements BillingQuery, BuyTierUseCase, ReceiveWebhookUseCase, SuperviseBillingUseCase, ReconcileUseCase {
    public static final Standing NOTHING =
            new Standing(Tier.FREE, SubscriptionStatus.NONE, null, null, null, null, null, false);

    private static final Reconciliation RUN = new Reconciliation(
            "rec_1",
            TestServer.NOW,
            TestServer.NOW,
            12,
            1,
            List.of(new Difference("usr_ben", "cus_1", List.of("subscription.cancelled/1"))),
            null);

    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile Standing standing = NOTHING;
    public volatile boolean down;

    @Override
    public Standing subscription(UserId user) {
        return standing;
    }

    @Override
    public Map<Tier, Price> prices() {
        answer();
        return Map.of(Tier.BASIC, new Price(900, "eur", "month"), Tier.PRO, new Price(2900, "eur", "month"));
    }

    @Override
    public Page checkout(UserId user, Tier tier) {
        answer();
        asked.add(user.value() + " buys " + tier);
        return new Page("cs_1", URI.create("https://pay.example.org/cs_1"));
    }

    @Override
    public URI portal(UserId user, @Nullable Tier change) {
        answer();
        return URI.create("https://pay.example.org/portal/" + change);
    }

    private void answer() {
        if (down) {
            throw new PaymentFailure("no answer", null);
        }
    }

    @Override
    public void receive(byte[] body, @Nullable String signature) {
        if (!"good".equals(signature)) {
            throw DomainRejection.invalid("invalid_signature", "Not Stripe's: " + signature);
        }
        asked.add(new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public List<Filed> webhooks(@Nullable Status status, @Nullable String before, int limit) {
        asked.add("webhooks: " + status + ", " + before + ", " + limit);
        return List.of(new Filed(
                "evt_1",
                "invoice.paid",
                "cus_1",
                Status.PARKED,
                TestServer.NOW,
                TestServer.NOW,
                null,
                12,
                "payment_failure"));
    }

    @Override
    public void retry(String webhook) {
        asked.add("retry " + webhook);
    }

    @Override
    public Reconciliation reconcile() {
        asked.add("reconcile");
        return RUN;
    }

    @Override
    public List<Reconciliation> runs(int limit) {
        asked.add("runs: " + limit);
        return List.of(RUN);
    }
}
