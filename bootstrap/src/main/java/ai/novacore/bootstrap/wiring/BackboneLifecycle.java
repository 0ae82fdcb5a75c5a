package ai.novacore.bootstrap.wiring;

import ai.novacore.application.axon.Backbone;
import org.springframework.context.SmartLifecycle;

/** Starts the backbone before the web server takes requests, and stops it after the last has been answered. */
final class BackboneLifecycle implements SmartLifecycle {
    private final Backbone backbone;
    private volatile boolean running;

    BackboneLifecycle(Backbone backbone) {
        this.backbone = backbone;
    }

    @Override
    public void start() {
        backbone.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        backbone.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
