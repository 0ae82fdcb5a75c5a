package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is to happen by itself, and when. */
final class Agenda {
    private static final Duration NOTICE_OF_TRIAL_END = Duration.ofDays(3);

    private final Store store;
    private final Subscriptions subscriptions;
    private final Renewals renewals;
    private final Invoices invoices;
    private final Dunning dunning;
    private final Checkouts checkouts;

    Agenda(
            State state,
            Subscriptions subscriptions,
            Renewals renewals,
            Invoices invoices,
            Dunning dunning,
            Checkouts checkouts) {
        this.store = state.store;
        this.subscriptions = subscriptions;
        this.renewals = renewals;
        this.invoices = invoices;
        this.dunning = dunning;
        this.checkouts = checkouts;
    }

    /** @param subscription whose it is; null for a checkout session's end */
    record Due(Instant at, @Nullable String subscription, Runnable work) {}

    /** The first that is due, in the order of what ends before what begins at the same moment. */
    Optional<Due> next(Predicate<Due> which) {
        List<Due> all = new ArrayList<>();
        store.all("subscription").stream()
                .filter(subscription -> !Billed.over(subscription))
                .forEach(subscription -> add(all, subscription));
        store.all("invoice").stream()
                .filter(Dunning::runs)
                .forEach(invoice -> add(all, invoice, Fields.need(invoices.subscription(invoice), "id")));
        store.all("checkout.session").stream()
                .filter(session -> Fields.is(session, "status", "open"))
                .forEach(session ->
                        all.add(new Due(Fields.time(session, "expires_at"), null, () -> checkouts.expire(session))));
        return all.stream().filter(which).min(Comparator.comparing(Due::at));
    }

    /** When the first period or trial ends, of one subscription or of any. */
    Optional<Instant> nextPeriodEnd(@Nullable String subscription) {
        return store.all("subscription").stream()
                .filter(found -> Billed.in(found, "active", "trialing", "past_due"))
                .filter(found -> subscription == null || Fields.is(found, "id", subscription))
                .map(Billed::periodEnd)
                .min(Comparator.naturalOrder());
    }

    private void add(List<Due> all, JsonObject subscription) {
        String id = Fields.need(subscription, "id");
        Instant cancelAt = Fields.instant(subscription, "cancel_at");
        if (cancelAt != null) {
            all.add(new Due(cancelAt, id, () -> subscriptions.end(subscription, "cancellation_requested")));
        }
        Instant resumesAt = Fields.instant(subscription, "pause_collection.resumes_at");
        if (resumesAt != null) {
            all.add(new Due(resumesAt, id, () -> renewals.collectAgain(subscription)));
        }
        Instant end = Billed.periodEnd(subscription);
        switch (Fields.need(subscription, "status")) {
            case "trialing" -> {
                if (!Fields.flag(Fields.notes(subscription), "trial_end_told")) {
                    Instant start = Fields.time(subscription, "trial_start");
                    Instant told = end.minus(NOTICE_OF_TRIAL_END);
                    all.add(new Due(
                            told.isBefore(start) ? start : told, id, () -> renewals.trialWillEnd(subscription)));
                }
                all.add(new Due(end, id, () -> renewals.trialEnds(subscription)));
            }
            case "active", "past_due" -> all.add(new Due(end, id, () -> renewals.renew(subscription)));
            default -> {
                // A paused or unpaid subscription waits for its member.
            }
        }
    }

    private void add(List<Due> all, JsonObject invoice, String subscription) {
        Instant retry = Fields.instant(invoice, "next_payment_attempt");
        if (retry != null) {
            all.add(new Due(retry, subscription, () -> dunning.collect(invoice, TestCard.Occasion.HOLDER_ABSENT)));
        }
        all.add(new Due(Dunning.end(invoice), subscription, () -> dunning.end(invoice, subscriptions)));
    }

    static Predicate<Due> of(String subscription) {
        return due -> Objects.equals(due.subscription(), subscription);
    }
}
