package ai.novacore.bootstrap.wiring;

import ai.novacore.adapters.persistence.keys.MasterKeyChange;
import ai.novacore.application.axon.Backbone;
import java.time.Duration;
import java.util.Set;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the backbone before the web server takes requests, and stops it after the last has been answered. */
final class BackboneLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BackboneLifecycle.class);

    /** Long enough for a laptop's worth of history; after that the product serves while the rest follows. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Set<Class<?>> DURABLE =
            Set.of(JdbcTokenStore.class, JdbcSagaStore.class, JdbcSequencedDeadLetterQueue.class);

    private final Backbone backbone;
    private final ReadModelReset readModels;
    private final boolean replay;
    private final MasterKeyChange keys;
    private volatile boolean running;

    BackboneLifecycle(Backbone backbone, ReadModelReset readModels, boolean replay, MasterKeyChange keys) {
        this.backbone = backbone;
        this.readModels = readModels;
        this.replay = replay;
        this.keys = keys;
    }

    @Override
    public void start() {
        keys.apply();
        if (replay) {
            readModels.reset(backbone.projections());
        }
        refuseStoresThatForget();
        backbone.start();
        if (!backbone.awaitReadModels(PATIENCE)) {
            LOG.warn("The read models are still behind the events; they follow while the product serves");
        }
        running = true;
    }

    /** An in-memory store would work, and lose everything at the next restart without a word. */
    private void refuseStoresThatForget() {
        for (Class<?> store : backbone.storesInUse()) {
            if (!DURABLE.contains(store)) {
                throw new IllegalStateException("The backbone would keep things in " + store.getName());
            }
        }
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
