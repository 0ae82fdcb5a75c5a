package ai.novacore.bootstrap.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.application.shared.InMemoryCommandDispatcher;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.ApplyWebhooks;
import ai.novacore.application.subscription.InMemoryBillingCustomers;
import ai.novacore.application.subscription.InMemoryWebhookInbox;
import ai.novacore.application.subscription.InboxBell;
import ai.novacore.application.subscription.InboxSettings;
import ai.novacore.application.subscription.ScriptedPaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Changed;
import ai.novacore.application.testing.Tampered;
import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.domain.shared.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkingOnWebhooks {
    private static final Duration GRACE = Duration.ofDays(7);

    private final ManualClock clock = new ManualClock();
    private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox();
    private final InMemoryBillingCustomers customers = new InMemoryBillingCustomers();
    private final InboxBell bell = new InboxBell();
    private WebhookWorkers workers = workers(inbox, new ScriptedPaymentGateway());

    @AfterEach
    void stop() {
        workers.stop();
    }

    @Test
    void looksWhenTheBellRings() {
        workers.start();
        for (int i = 0; i < 20; i++) {
            store("cus_" + i);
            bell.ring();
        }

        awaitApplied(20);
    }

    @Test
    void looksEverySecondForWhatCameInElsewhere() {
        workers.start();
        store("cus_1");
        awaitApplied(1);
        store("cus_2");

        awaitApplied(2);
    }

    @Test
    void worksOnSeveralCustomersAtOnce() throws InterruptedException {
        CountDownLatch asking = new CountDownLatch(4);
        CountDownLatch answer = new CountDownLatch(1);
        workers = workers(inbox, asking(asking, answer));
        for (int i = 0; i < 8; i++) {
            store("cus_" + i);
        }
        workers.start();

        assertThat(asking.await(30, TimeUnit.SECONDS)).isTrue();
        answer.countDown();
        awaitApplied(8);
    }

    @Test
    void endsWhatItHasBegunBeforeItStops() throws InterruptedException {
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        workers = workers(inbox, asking(asking, answer));
        store("cus_1");
        workers.start();
        assertThat(asking.await(30, TimeUnit.SECONDS)).isTrue();
        Thread stopping = Thread.ofVirtual().start(workers::stop);
        await().until(() -> !workers.isRunning());
        answer.countDown();

        assertThat(stopping.join(Duration.ofSeconds(30))).isTrue();
        assertThat(inbox.count(Status.APPLIED)).isEqualTo(1);
    }

    private static PaymentGateway asking(CountDownLatch asking, CountDownLatch answer) {
        return Tampered.with(PaymentGateway.class, new ScriptedPaymentGateway(), "subscriptionsOf", () -> {
            asking.countDown();
            await().until(() -> answer.getCount() == 0);
            return List.of();
        });
    }

    @Test
    void canBeStoppedAndStartedAgain() {
        workers.start();
        assertThat(workers.isRunning()).isTrue();
        workers.stop();
        assertThat(workers.isRunning()).isFalse();
        store("cus_1");
        assertThat(inbox.count(Status.PENDING)).isEqualTo(1);

        workers.start();
        awaitApplied(1);
    }

    @Test
    void goesOnWhenItCouldNotLook() {
        AtomicInteger looks = new AtomicInteger();
        WebhookInbox broken = Tampered.with(WebhookInbox.class, inbox, "claim", () -> {
            looks.incrementAndGet();
            throw new IllegalStateException("no database");
        });
        workers = workers(broken, new ScriptedPaymentGateway());
        workers.start();

        await().until(() -> looks.get() > 8);
        assertThat(workers.isRunning()).isTrue();
    }

    private void store(String customer) {
        customers.link(new UserId("usr_" + customer.substring(4)), customer);
        inbox.store(
                new Entry("evt_" + customer, "invoice.paid", customer, clock.instant(), null),
                Status.PENDING,
                clock.instant());
    }

    private void awaitApplied(int entries) {
        await().atMost(Duration.ofSeconds(30)).until(() -> inbox.count(Status.APPLIED) == entries);
    }

    private WebhookWorkers workers(WebhookInbox webhooks, PaymentGateway gateway) {
        ApplyWebhooks applying = new ApplyWebhooks(
                webhooks,
                payload -> new Changed(),
                customers,
                new InMemoryAccounts(),
                gateway,
                new InMemoryCommandDispatcher(),
                new InboxSettings(GRACE, Duration.ofMinutes(1)),
                clock,
                new SimpleMeterRegistry());
        return new WebhookWorkers(applying, bell);
    }
}
