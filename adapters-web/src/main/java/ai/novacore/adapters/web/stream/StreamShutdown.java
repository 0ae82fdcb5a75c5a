package ai.novacore.adapters.web.stream;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets answers end before the product stops. Works while the web server, in the same phase, waits for its requests; that
 * one does not know about sockets.
 */
@Component
final class StreamShutdown implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StreamShutdown.class);

    /** Enough to record that an answer was interrupted, and to tell its reader. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final OpenStreams streams;
    private final SessionWatch watch;
    private final StreamSettings settings;
    private volatile boolean running;

    StreamShutdown(OpenStreams streams, SessionWatch watch, StreamSettings settings) {
        this.streams = streams;
        this.watch = watch;
        this.settings = settings;
    }

    @Override
    public void start() {
        streams.closing(false);
        running = true;
    }

    @Override
    public void stop(Runnable stopped) {
        Thread.ofVirtual().name("stream-shutdown").start(() -> {
            try {
                stop();
            } finally {
                stopped.run();
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        streams.closing(true);
        streams.all().forEach(OpenStream::finish);
        try {
            if (!awaitNone(settings.shutdownGrace())) {
                LOG.warn(
                        "Answers that did not end in time are interrupted: {}",
                        streams.all().size());
                streams.all().forEach(OpenStream::stop);
                streams.awaitNone(LAST_WORDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is scheduled any more by then, but sessions may still end. */
    private boolean awaitNone(Duration grace) throws InterruptedException {
        for (Duration left = grace; left.isPositive(); left = left.minus(SessionWatch.PACE)) {
            if (streams.awaitNone(left.compareTo(SessionWatch.PACE) < 0 ? left : SessionWatch.PACE)) {
                return true;
            }
            watch.look();
        }
        return streams.awaitNone(Duration.ZERO);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }
}
