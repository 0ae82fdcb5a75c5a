package ai.novacore.bootstrap.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what the product does after it has answered. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private Waiting() {}

    /** What is found, looking again and again; empty when nothing is found in time. */
    static <T> Optional<T> until(Supplier<Optional<T>> look) {
        long started = System.nanoTime();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent() || System.nanoTime() - started > PATIENCE.toNanos()) {
                return found;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
