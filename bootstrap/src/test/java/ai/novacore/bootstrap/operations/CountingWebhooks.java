package ai.novacore.bootstrap.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.InMemoryWebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Claim;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountingWebhooks {
    private final ManualClock clock = new ManualClock();
    private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WebhookMetrics metrics = new WebhookMetrics(inbox, clock, meters);

    @Test
    void showsHowManyWaitAndForHowLong() {
        store("evt_1", "cus_1");
        clock.advance(Duration.ofSeconds(30));
        store("evt_2", "cus_2");
        clock.advance(Duration.ofSeconds(10));

        shows(2, 0, 40);
    }

    @Test
    void showsHowManyWaitForAPerson() {
        store("evt_1", "cus_1");
        store("evt_2", "cus_2");
        Claim claim =
                inbox.claim(clock.instant(), clock.instant().plusSeconds(9), 9).orElseThrow();
        inbox.finish(claim, Status.PARKED, "unreadable", clock.instant());
        clock.advance(Duration.ofSeconds(10));

        shows(1, 1, 10);
    }

    @Test
    void showsThatNothingWaits() {
        shows(0, 0, 0);
    }

    private void store(String id, String customer) {
        inbox.store(new Entry(id, "invoice.paid", customer, clock.instant(), null), Status.PENDING, clock.instant());
    }

    private void shows(double pending, double parked, double seconds) {
        metrics.count();

        assertThat(meters.get("webhook.inbox.pending").gauge().value()).isEqualTo(pending);
        assertThat(meters.get("webhook.inbox.parked").gauge().value()).isEqualTo(parked);
        assertThat(meters.get("webhook.inbox.oldest").gauge().value()).isEqualTo(seconds);
    }
}
