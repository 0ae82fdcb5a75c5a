package ai.novacore.bootstrap.operations;

import ai.novacore.application.subscription.ApplyWebhooks;
import ai.novacore.application.subscription.InboxBell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Applies on this node what Stripe sent, a few customers at once: as soon as something comes in here, and each second, because
 * it also comes in elsewhere, or is to be tried again. They stop first of all: what they leave is for the other nodes.
 */
@Component
final class WebhookWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorkers.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    /** Somewhat longer than Stripe may take to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final ApplyWebhooks webhooks;
    private final InboxBell bell;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    WebhookWorkers(ApplyWebhooks webhooks, InboxBell bell) {
        this.webhooks = webhooks;
        this.bell = bell;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 0; i < bell.workers(); i++) {
            threads.add(Thread.ofVirtual().name("webhooks-" + i).start(this::work));
        }
    }

    private void work() {
        try {
            while (running) {
                if (applyDue() == 0) {
                    bell.await(PACE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int applyDue() {
        try {
            return webhooks.applyDue();
        } catch (RuntimeException e) {
            LOG.warn("Webhooks could not be looked into; the next look follows", e);
            return 0;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        threads.forEach(thread -> bell.ring());
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
