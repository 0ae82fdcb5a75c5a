package ai.novacore.application.model;

import ai.novacore.application.model.port.out.FactExtractor;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Extracts only when the model has nothing else to do: a question that waits goes first, however long this has waited. It
 * never stands in the line, so that nobody's position depends on it.
 *
 * <p>Beyond the extractor's own failures: {@code UNAVAILABLE} when the model had no moment to spare in the time given.
 */
public final class QueueingFactExtractor implements FactExtractor {
    private static final long LOOKS_EVERY = TimeUnit.MILLISECONDS.toNanos(200);

    private final FactExtractor extractor;
    private final ModelQueue queue;

    public QueueingFactExtractor(FactExtractor extractor, ModelQueue queue) {
        this.extractor = extractor;
        this.queue = queue;
    }

    @Override
    public List<Candidate> extract(Material material, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        try (Place _ = awaitIdle(material.model(), deadline)) {
            return extractor.extract(material, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }

    private Place awaitIdle(String model, long deadline) {
        while (true) {
            Optional<Place> place = queue.enterIfIdle(model);
            if (place.isPresent()) {
                return place.get();
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new ModelFailure(Kind.UNAVAILABLE, "the model was busy with questions all the time");
            }
            LockSupport.parkNanos(this, LOOKS_EVERY);
            if (Thread.currentThread().isInterrupted()) {
                throw new ModelFailure(Kind.FAILED, "the wait for the model was interrupted");
            }
        }
    }
}
