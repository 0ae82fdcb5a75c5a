package ai.novacore.application.subscription;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.subscription.BillingFixture.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.domain.shared.DomainRejection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisingBilling {
    private final BillingFixture billing = new BillingFixture();
    private final AtomicInteger rung = new AtomicInteger();
    private final SuperviseBilling supervising =
            new SuperviseBilling(billing.inbox, rung::incrementAndGet, billing.clock);

    @Test
    void showsWhatWasFiled() {
        store("evt_1", Status.IGNORED);
        store("evt_2", Status.PENDING);

        assertThat(supervising.webhooks(null, null, 10))
                .extracting(Filed::id)
                .containsExactlyInAnyOrder("evt_1", "evt_2");
        assertThat(supervising.webhooks(Status.PENDING, null, 10))
                .extracting(Filed::id)
                .containsExactly("evt_2");
    }

    @Test
    void hasOneTriedAgainAtOnce() {
        store("evt_1", Status.IGNORED);

        supervising.retry("evt_1");

        assertThat(billing.inbox.count(Status.PENDING)).isEqualTo(1);
        assertThat(rung).hasValue(1);
    }

    @Test
    void refusesToTryWhatIsNotThereOrStillWaits() {
        store("evt_1", Status.PENDING);

        for (String id : List.of("evt_1", "evt_2")) {
            assertThatThrownBy(() -> supervising.retry(id))
                    .isInstanceOfSatisfying(
                            DomainRejection.class, e -> assertThat(e.code()).isEqualTo("not_found"));
        }
        assertThat(rung).hasValue(0);
    }

    private void store(String id, Status status) {
        billing.inbox.store(new Entry(id, "invoice.paid", CUSTOMER, NOON, "{}"), status, NOON);
    }
}
