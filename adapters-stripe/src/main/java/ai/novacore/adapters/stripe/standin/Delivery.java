package ai.novacore.adapters.stripe.standin;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** One attempt to bring an event to an endpoint. {@code due} is on the scale of {@link System#nanoTime()}. */
record Delivery(String event, String payload, URI target, int attempt, long due, long order) implements Delayed {
    private static final Comparator<Delayed> SOONEST =
            Comparator.comparingLong(other -> other.getDelay(TimeUnit.NANOSECONDS));

    Delivery again(Duration pause, long newOrder) {
        return new Delivery(event, payload, target, attempt + 1, System.nanoTime() + pause.toNanos(), newOrder);
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        if (other instanceof Delivery that) {
            int byTime = Long.compare(due - that.due, 0);
            return byTime == 0 ? Long.compare(order, that.order) : byTime;
        }
        return SOONEST.compare(this, other);
    }
}
