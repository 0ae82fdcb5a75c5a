package ai.novacore.adapters.stripe.standin;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to the endpoints in the background: first attempts in the order of the events unless the switches say
 * otherwise, later ones after growing pauses, until an endpoint answers 2xx or the pauses are used up.
 */
final class Deliveries implements AutoCloseable {
    /** Webhooks beyond these are not queued; a restart sends them. */
    static final int BOUND = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8));

    private static final Duration LAST_WAIT = Duration.ofSeconds(10);
    private final List<URI> targets = new CopyOnWriteArrayList<>();
    private final DelayQueue<Delivery> queue = new DelayQueue<>();
    private final Map<String, Set<URI>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong order = new AtomicLong();
    private final Endpoint endpoint;
    private final Disturbance disturbance;
    private final Consumer<String> settled;
    private volatile boolean closed;
    private @Nullable Thread worker;

    /** @param settled is told each event that needs no further attempt */
    Deliveries(Endpoint endpoint, Disturbance disturbance, Consumer<String> settled) {
        this.endpoint = endpoint;
        this.disturbance = disturbance;
        this.settled = settled;
    }

    void start() {
        worker = Thread.ofVirtual().name("stand-in-webhooks").start(this::work);
    }

    /** @return whether events have an endpoint only now */
    boolean add(URI target) {
        boolean first = targets.isEmpty();
        if (!targets.contains(target)) {
            targets.add(target);
        }
        return first;
    }

    void send(String event, String payload) {
        send(event, payload, disturbance.waits());
    }

    /** Sends at once and undisturbed, also what was lost or delivered before. */
    void resend(String event, String payload) {
        send(event, payload, List.of(Duration.ZERO));
    }

    /** Whether nothing is to be sent at this moment. */
    boolean atRest() {
        Delivery next = queue.peek();
        return next == null || next.due() - System.nanoTime() > 0;
    }

    private void send(String event, String payload, List<Duration> waits) {
        if (targets.isEmpty()) {
            return;
        }
        if (waits.isEmpty()) {
            settled.accept(event);
            return;
        }
        if (queue.size() >= BOUND) {
            LOG.warn("{} webhooks wait already, event {} is kept for a restart", BOUND, event);
            return;
        }
        Set<URI> left = ConcurrentHashMap.newKeySet();
        left.addAll(targets);
        waiting.put(event, left);
        for (URI target : targets) {
            for (Duration wait : waits) {
                long due = System.nanoTime() + wait.toNanos();
                queue.add(new Delivery(event, payload, target, 0, due, order.incrementAndGet()));
            }
        }
    }

    private void work() {
        try {
            Delivery next = queue.take();
            while (!closed) {
                attempt(next);
                next = queue.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Delivery delivery) throws InterruptedException {
        try {
            if (endpoint.accepts(delivery.target(), delivery.payload())) {
                settle(delivery);
            } else if (delivery.attempt() < PAUSES.size()) {
                queue.add(delivery.again(PAUSES.get(delivery.attempt()), order.incrementAndGet()));
            } else {
                LOG.warn("event {} was not accepted after {} attempts", delivery.event(), PAUSES.size() + 1);
                settle(delivery);
            }
        } catch (UncheckedIOException e) {
            LOG.warn("cannot write down that event {} was delivered", delivery.event(), e);
        }
    }

    private void settle(Delivery delivery) {
        Set<URI> left = waiting.get(delivery.event());
        if (left != null && left.remove(delivery.target()) && left.isEmpty()) {
            waiting.remove(delivery.event());
            settled.accept(delivery.event());
        }
    }

    /** Ends a delivery that is under way, and waits for that; what was not delivered is in the state file. */
    @Override
    public void close() {
        closed = true;
        endpoint.close();
        Thread running = worker;
        if (running == null) {
            return;
        }
        queue.add(new Delivery("close", "", URI.create("http://closed"), 0, System.nanoTime(), 0));
        try {
            if (!running.join(LAST_WAIT)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
