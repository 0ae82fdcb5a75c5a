package ai.novacore.adapters.stripe;

import java.time.Duration;

/** When a call must have ended, whatever it consists of; bound to the thread that makes it. */
record Deadline(long at) {
    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Makes a call that ends by then, as far as it goes through {@link StripeTransport}. */
    <T> T keeping(ScopedValue.CallableOp<T, Exception> call) throws Exception {
        return ScopedValue.where(CURRENT, this).call(call);
    }

    /** What the running call has left, and no more than {@code limit}; zero or less when it has nothing left. */
    static Duration left(Duration limit) {
        if (!CURRENT.isBound()) {
            return limit;
        }
        Duration left = Duration.ofNanos(CURRENT.get().at - System.nanoTime());
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
