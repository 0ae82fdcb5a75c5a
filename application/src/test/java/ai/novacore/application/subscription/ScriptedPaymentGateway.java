package ai.novacore.application.subscription;

import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.CheckoutPage.Stage;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.user.EmailAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway that says what the test lets it say, and notes what it was asked to do. */
public final class ScriptedPaymentGateway implements PaymentGateway {
    public static final Instant EXPIRES = Instant.parse("2026-03-15T12:00:00Z");

    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, CheckoutPage> pages = new LinkedHashMap<>();
    private final Map<String, List<StripeSubscription>> subscriptions = new LinkedHashMap<>();
    private final Map<String, String> charges = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private boolean down;
    private int pageSize = 100_000;
    private Runnable beforePage = () -> {};

    /** Lets every call fail from now on, or work again. */
    public synchronized void setDown(boolean now) {
        down = now;
    }

    /** Lists so many subscriptions at a time. */
    public synchronized void pagesOf(int size) {
        pageSize = size;
    }

    /** What happens elsewhere just before the next page is opened. */
    public synchronized void beforeTheNextPage(Runnable elsewhere) {
        beforePage = elsewhere;
    }

    /** What a customer has from now on. */
    public synchronized void has(String customer, StripeSubscription... has) {
        subscriptions.put(customer, List.of(has));
    }

    /** Whose payment a charge is. */
    public synchronized void charged(String customer, String charge) {
        charges.put(charge, customer);
    }

    /** Lets a page get on. */
    public synchronized void stage(String sessionId, Stage stage) {
        pages.computeIfPresent(sessionId, (id, page) -> new CheckoutPage(id, stage, page.url(), page.expiresAt()));
    }

    /** What it was asked to do, in order, such as {@code cancel sub_1}. */
    public synchronized List<String> done() {
        return List.copyOf(done);
    }

    private void answer() {
        if (down) {
            throw new PaymentFailure("no answer", new IllegalStateException());
        }
    }

    @Override
    public synchronized String createCustomer(UserId user, EmailAddress email, String idempotencyKey) {
        answer();
        return answers.computeIfAbsent(idempotencyKey, key -> {
            done.add("customer " + user.value());
            return "cus_" + user.value().substring("usr_".length());
        });
    }

    @Override
    public synchronized CheckoutPage openCheckout(UserId user, String customer, Tier tier, String idempotencyKey) {
        answer();
        Runnable elsewhere = beforePage;
        beforePage = () -> {};
        elsewhere.run();
        String session = answers.computeIfAbsent(idempotencyKey, key -> {
            done.add("checkout " + tier);
            return "cs_" + (pages.size() + 1);
        });
        return pages.computeIfAbsent(
                session, id -> new CheckoutPage(id, Stage.OPEN, URI.create("https://pay.example.org/" + id), EXPIRES));
    }

    @Override
    public synchronized Optional<CheckoutPage> checkout(String sessionId) {
        answer();
        return Optional.ofNullable(pages.get(sessionId));
    }

    @Override
    public synchronized Stage expireCheckout(String sessionId) {
        answer();
        done.add("expire " + sessionId);
        CheckoutPage page = pages.computeIfPresent(
                sessionId,
                (id, known) -> known.stage() == Stage.OPEN
                        ? new CheckoutPage(id, Stage.EXPIRED, null, known.expiresAt())
                        : known);
        return page == null ? Stage.EXPIRED : page.stage();
    }

    @Override
    public synchronized URI portal(String customer, @Nullable Tier change, @Nullable String subscription) {
        answer();
        return URI.create("https://pay.example.org/portal/" + customer + (change == null ? "" : "/" + change));
    }

    @Override
    public synchronized List<StripeSubscription> subscriptionsOf(String customer) {
        answer();
        return subscriptions.getOrDefault(customer, List.of());
    }

    @Override
    public synchronized Listed subscriptions(@Nullable String after) {
        answer();
        List<StripeSubscription> rest = subscriptions.values().stream()
                .flatMap(List::stream)
                .dropWhile(known -> after != null && !known.id().equals(after))
                .skip(after == null ? 0 : 1)
                .toList();
        List<StripeSubscription> part = rest.stream().limit(pageSize).toList();
        return new Listed(part, part.isEmpty() ? null : part.getLast().id(), part.size() < rest.size());
    }

    @Override
    public synchronized void cancel(String subscription, String idempotencyKey) {
        answer();
        done.add("cancel " + subscription);
    }

    @Override
    public synchronized void erase(String customer) {
        answer();
        done.add("erase " + customer);
        subscriptions.remove(customer);
    }

    @Override
    public synchronized Optional<String> customerOfCharge(String charge) {
        answer();
        return Optional.ofNullable(charges.get(charge));
    }

    @Override
    public synchronized Map<Tier, Price> prices() {
        answer();
        return Map.of(Tier.BASIC, new Price(900, "eur", "month"), Tier.PRO, new Price(2900, "eur", "month"));
    }
}
