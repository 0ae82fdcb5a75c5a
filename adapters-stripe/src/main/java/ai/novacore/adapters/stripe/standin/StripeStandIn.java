package ai.novacore.adapters.stripe.standin;

import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stripe on this machine: what the real client needs of its HTTP API on a loopback port, test pages, signed webhooks and
 * a clock of its own. State is in one file and found again after a restart. No money moves and nothing leaves the
 * machine. See docs/billing.md for what of Stripe it does and does not do.
 */
public final class StripeStandIn implements AutoCloseable {
    private final State state;
    private final Disturbance disturbance = new Disturbance();
    private final Turns turns;
    private final Billing billing;
    private final Deliveries deliveries;
    private final StandInPages pages;
    private final LoopbackServer server;
    private volatile @Nullable URI publicBase;

    /**
     * @param webhookSecret what webhooks are signed with
     * @param webhookTargets where they go; more may follow by {@link StripeStandIn#deliverTo}
     * @param publicBase where browsers find the pages, such as http://localhost:8080, below which they are at
     *     /dev/stripe; null for the stand-in's own port
     * @param plans what is for sale
     */
    public record Settings(
            String webhookSecret,
            List<URI> webhookTargets,
            @Nullable URI publicBase,
            List<Plan> plans) {
        public Settings {
            webhookTargets = List.copyOf(webhookTargets);
            plans = List.copyOf(plans);
        }
    }

    /** @param amount per month in cents of euro */
    public record Plan(String tier, String priceId, long amount) {}

    /** @param stateFile is read if it is there, and replaced on every change */
    public StripeStandIn(Clock clock, Path stateFile, Settings settings) {
        state = new State(new StateFile(stateFile), clock);
        publicBase = settings.publicBase();
        billing = new Billing(state, settings.plans(), disturbance);
        deliveries = new Deliveries(new Endpoint(settings.webhookSecret(), clock), disturbance, this::settled);
        turns = new Turns(state, this::handOver);
        settings.webhookTargets().forEach(deliveries::add);
        pages = new StandInPages(
                turns,
                new CheckoutPage(billing),
                new PortalPage(billing, new Portal(billing)),
                new ControlPage(billing, deliveries));
        server = new LoopbackServer(new Api(state, turns, billing, this::pagesBase), pages, disturbance);
    }

    /** Opens the port and sends what an earlier run could not deliver. */
    public void start() {
        server.start();
        deliveries.start();
        turns.run(this::sendUndelivered);
    }

    /** What {@code STRIPE_API_BASE} is to be: http://127.0.0.1 with the port. */
    public URI apiBase() {
        return server.base();
    }

    public StandInPages pages() {
        return pages;
    }

    /** Sends events there from now on; the first endpoint also gets what has happened before. */
    public void deliverTo(URI target) {
        turns.run(() -> {
            if (deliveries.add(target)) {
                sendUndelivered();
            }
        });
    }

    /** Sessions made from now on have pages below this address, such as http://localhost:8080. */
    public void publicAt(URI base) {
        publicBase = base;
    }

    public Instant now() {
        return turns.read(billing.timeline::now);
    }

    /** Moves the clock ahead and lets everything happen that is due by then, each at its own moment. */
    public void advanceTo(Instant time) {
        turns.run(() -> billing.advanceTo(time));
    }

    public void advance(Duration by) {
        turns.run(() -> billing.advanceTo(billing.timeline.now().plus(by)));
    }

    /** @return when the next thing of any subscription happened; empty if nothing is to happen */
    public Optional<Instant> advanceToNextEvent() {
        return turns.change(() -> billing.advanceToNextEvent(null));
    }

    /** The next of one subscription: a renewal, a trial's end or its notice, another attempt to collect, an end. */
    public Optional<Instant> advanceToNextEvent(String subscription) {
        return turns.change(() -> billing.advanceToNextEvent(subscription));
    }

    /** @return when the first running period or trial ended; empty if there is none */
    public Optional<Instant> advanceToNextPeriod() {
        return turns.change(() -> billing.advanceToNextPeriod(null));
    }

    public Optional<Instant> advanceToNextPeriod(String subscription) {
        return turns.change(() -> billing.advanceToNextPeriod(subscription));
    }

    /** Does what is due by now. To be called regularly, for the stand-in watches no clock by itself. */
    public void tick() {
        if (turns.read(billing::isDue)) {
            turns.run(billing::tick);
        }
    }

    public Switches switches() {
        return disturbance.switches();
    }

    public void set(Switches switches) {
        disturbance.set(switches);
    }

    /** Lets the holder of the card claim a charge back. @return the dispute's id */
    public String dispute(String charge) {
        return turns.change(() -> Fields.need(billing.refunds.dispute(charge), "id"));
    }

    /** Sends an event again, whatever became of it. @return whether there is such an event */
    public boolean resend(String event) {
        Optional<JsonObject> found = turns.read(() -> state.store.find("event", event));
        found.ifPresent(known -> deliveries.resend(event, Fields.shown(known).toString()));
        return found.isPresent();
    }

    /** How many events no endpoint has accepted yet. */
    public int undelivered() {
        return turns.read(state.undelivered::size);
    }

    @Override
    public void close() {
        server.close();
        deliveries.close();
        turns.run(() -> {});
    }

    private String pagesBase() {
        URI base = publicBase;
        return (base == null ? apiBase() : base).toString().replaceAll("/+$", "");
    }

    private void handOver() {
        billing.events.handOver(this::send);
    }

    private void sendUndelivered() {
        List.copyOf(state.undelivered)
                .forEach(id -> state.store.find("event", id).ifPresent(this::send));
    }

    private void send(JsonObject event) {
        deliveries.send(Fields.need(event, "id"), Fields.shown(event).toString());
    }

    /** The file need not follow each webhook of many: an event that is sent again after a crash does no harm. */
    private void settled(String event) {
        turns.read(() -> state.undelivered.remove(event));
        if (deliveries.atRest()) {
            turns.run(() -> {});
        }
    }
}
