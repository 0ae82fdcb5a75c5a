package ai.novacore.bootstrap.health;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The first that hears of the stop: from then on /health/ready says no, and for a while everything is still served, so that load
 * balancers learn of it before connections are refused.
 */
public final class Draining {
    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private final ApplicationContext product;
    private final Duration notice;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean draining;

    /** @param notice how long everything is served after that */
    Draining(ApplicationContext product, Duration notice) {
        this.product = product;
        this.notice = notice;
    }

    boolean isDraining() {
        return draining;
    }

    /** Cuts the notice short. */
    public void end() {
        over.countDown();
    }

    /** Called on the thread that stops the product, before anything else is. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void stop(ContextClosedEvent event) {
        if (!event.getApplicationContext().equals(product)) {
            return;
        }
        draining = true;
        LOG.info("Stopping; not ready for requests any more, which are still answered for {}", notice);
        try {
            boolean _ = over.await(notice.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
