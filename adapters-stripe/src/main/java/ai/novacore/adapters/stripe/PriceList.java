package ai.novacore.adapters.stripe;

import ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure;
import ai.novacore.application.subscription.port.out.PaymentGateway.Price;
import ai.novacore.domain.shared.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the tiers cost, asked for every 10 minutes at the most while it is known. What was known last serves while nobody
 * answers, and while somebody else is asking.
 */
final class PriceList {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Known(Map<Tier, Price> prices, Instant until) {}

    private final InstantSource clock;
    private final Supplier<Map<Tier, Price>> source;
    private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

    PriceList(InstantSource clock, Supplier<Map<Tier, Price>> source) {
        this.clock = clock;
        this.source = source;
    }

    /** @throws PaymentFailure when they are not known and nobody answers */
    Map<Tier, Price> prices() {
        Known known = last.get();
        if (known == null) {
            return ask();
        }
        // Whoever puts off the next time is the one who asks.
        if (clock.instant().isBefore(known.until()) || !last.compareAndSet(known, kept(known.prices()))) {
            return known.prices();
        }
        try {
            return ask();
        } catch (PaymentFailure notNow) {
            return known.prices();
        }
    }

    private Map<Tier, Price> ask() {
        Known fresh = kept(source.get());
        last.set(fresh);
        return fresh.prices();
    }

    private Known kept(Map<Tier, Price> prices) {
        return new Known(Map.copyOf(prices), clock.instant().plus(KEPT));
    }
}
