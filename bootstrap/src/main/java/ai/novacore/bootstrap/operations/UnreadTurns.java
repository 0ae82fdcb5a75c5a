package ai.novacore.bootstrap.operations;

import ai.novacore.application.conversation.RunningTurns;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends the answers that go on although nobody reads them when the product stops, so that they are recorded. Those with
 * readers have ended by then.
 */
@Component
final class UnreadTurns implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadTurns.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RunningTurns running;
    private volatile boolean started;

    UnreadTurns(RunningTurns running) {
        this.running = running;
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public void stop() {
        started = false;
        running.stopAll();
        try {
            if (!running.awaitNone(PATIENCE)) {
                LOG.warn("{} answers did not end in time; they are ended at the next start", running.count());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Stops after the web server and before {@link NodeRoutine}. */
    @Override
    public int getPhase() {
        return 2;
    }
}
