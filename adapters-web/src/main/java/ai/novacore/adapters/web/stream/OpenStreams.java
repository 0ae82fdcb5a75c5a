package ai.novacore.adapters.web.stream;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Everything that is open on this node. As many as there are connections, so it needs no bound of its own. */
@Component
public final class OpenStreams {
    private final Set<OpenStream> open = new HashSet<>();
    private boolean closing;

    /** Notes one; while the product stops, it is to end as soon as it can. */
    public void add(OpenStream stream) {
        boolean late;
        synchronized (this) {
            open.add(stream);
            late = closing;
        }
        if (late) {
            stream.finish();
        }
    }

    public synchronized void remove(OpenStream stream) {
        open.remove(stream);
        notifyAll();
    }

    synchronized List<OpenStream> all() {
        return List.copyOf(open);
    }

    /** Whether the product is about to stop, so that nothing new should be opened. */
    public synchronized boolean closing() {
        return closing;
    }

    synchronized void closing(boolean now) {
        closing = now;
    }

    /** Waits until nothing is open; false when something still was at the end of that time. */
    synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); !open.isEmpty(); left = (end - System.nanoTime()) / 1_000_000) {
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
