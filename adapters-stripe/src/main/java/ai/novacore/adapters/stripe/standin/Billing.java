package ai.novacore.adapters.stripe.standin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of the billing life cycle, put together, and the time that drives it. */
final class Billing {
    private static final int MOST_STEPS = 100_000;

    final Store store;
    final Timeline timeline;
    final Events events;
    final Catalog catalog;
    final Customers customers;
    final Payments payments;
    final Refunds refunds;
    final Invoices invoices;
    final Dunning dunning;
    final Subscriptions subscriptions;
    final PriceChanges changes;
    final Checkouts checkouts;
    final Disturbance switches;
    private final Agenda agenda;

    Billing(State state, List<StripeStandIn.Plan> plans, Disturbance switches) {
        this.switches = switches;
        store = state.store;
        timeline = state.timeline;
        events = new Events(state);
        catalog = new Catalog(state, plans);
        customers = new Customers(state, events);
        payments = new Payments(state, events);
        refunds = new Refunds(state, events);
        invoices = new Invoices(state, events, payments);
        dunning = new Dunning(state, events, invoices, switches);
        subscriptions = new Subscriptions(state, events, invoices, dunning, catalog);
        changes = new PriceChanges(state, events, catalog, subscriptions);
        checkouts = new Checkouts(state, events, customers, subscriptions, catalog);
        Renewals renewals = new Renewals(state, events, invoices, dunning, subscriptions, changes);
        agenda = new Agenda(state, subscriptions, renewals, invoices, dunning, checkouts);
    }

    /** Does everything that is due by then, each at its own moment. @return how much that was */
    int advanceTo(Instant time) {
        if (time.isBefore(timeline.now())) {
            throw new IllegalArgumentException("the stand-in's clock only goes forward");
        }
        int steps = catchUp(time);
        timeline.moveTo(time);
        return steps;
    }

    boolean isDue() {
        Instant now = timeline.now();
        return agenda.next(due -> !due.at().isAfter(now)).isPresent();
    }

    int tick() {
        return catchUp(timeline.now());
    }

    /** @param subscription whose; null for any */
    Optional<Instant> advanceToNextEvent(@Nullable String subscription) {
        Optional<Instant> next = agenda.next(
                        subscription == null ? due -> due.subscription() != null : Agenda.of(subscription))
                .map(Agenda.Due::at);
        next.ifPresent(this::reach);
        return next;
    }

    Optional<Instant> advanceToNextPeriod(@Nullable String subscription) {
        Optional<Instant> next = agenda.nextPeriodEnd(subscription);
        next.ifPresent(this::reach);
        return next;
    }

    private void reach(Instant time) {
        Instant now = timeline.now();
        advanceTo(time.isBefore(now) ? now : time);
    }

    private int catchUp(Instant time) {
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<Agenda.Due> next = agenda.next(due -> !due.at().isAfter(time));
            if (next.isEmpty()) {
                return steps;
            }
            timeline.at(next.get().at(), next.get().work());
        }
        throw new IllegalStateException("more than " + MOST_STEPS + " things were due by " + time);
    }
}
