package ai.novacore.application.shared.port.out;

import java.time.Duration;

/** How far the read models are behind the log. */
public interface ReadModels {

    /**
     * Waits until the read models show everything that this node has recorded so far, with what the sagas did because
     * of it, so that whoever is told "done" can read what was done.
     *
     * @return whether they do; false when the time was not enough, which harms nobody: they follow
     */
    boolean awaitLatest(Duration atMost);
}
