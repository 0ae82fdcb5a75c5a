package ai.novacore.application.subscription;

import static ai.novacore.application.subscription.BillingWorld.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Entry;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.testing.Tampered;
import ai.novacore.domain.shared.DomainRejection;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivingWebhooks {
    private static final Instant T = ManualClock.NOON.minusSeconds(5);
    private static final Told PAID = Told.changed("evt_1", "invoice.paid", CUSTOMER, T);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BillingWorld world = new BillingWorld(meters);

    @Test
    void keepsWhatIsFollowedUntilItIsApplied() throws InterruptedException {
        world.receive(PAID);

        assertThat(world.inbox.entries(null, null, 9))
                .containsExactly(new Filed(
                        "evt_1", "invoice.paid", CUSTOMER, Status.PENDING, T, world.clock.instant(), null, 0, null));
        assertThat(world.inbox
                        .claim(world.clock.instant(), T.plusSeconds(99), 9)
                        .orElseThrow()
                        .entries())
                .containsExactly(new Entry("evt_1", "invoice.paid", CUSTOMER, T, "evt_1"));
        assertThat(world.bell.await(Duration.ZERO)).isTrue();
        assertThat(received("invoice.paid", true)).isEqualTo(1);
    }

    @Test
    void keepsOnceWhatComesTwice() throws InterruptedException {
        world.receive(PAID);
        world.receive(PAID);

        assertThat(world.inbox.entries(null, null, 9)).hasSize(1);
        assertThat(world.bell.await(Duration.ZERO)).isTrue();
        assertThat(world.bell.await(Duration.ZERO)).isFalse();
        assertThat(received("invoice.paid", true)).isEqualTo(2);
    }

    @Test
    void onlyKeepsWhatIsNotFollowed() throws InterruptedException {
        world.receive(Told.changed("evt_2", "charge.succeeded", CUSTOMER, T));
        world.receive(Told.changed("evt_3", "something.new", CUSTOMER, T));

        assertThat(world.inbox.count(Status.IGNORED)).isEqualTo(2);
        assertThat(world.inbox.count(Status.PENDING)).isZero();
        assertThat(world.bell.await(Duration.ZERO)).isFalse();
        assertThat(received("other", true)).isEqualTo(2);
    }

    @Test
    void followsWhateverMayChangeASubscription() {
        assertThat(ReceiveWebhook.FOLLOWED).hasSize(16);
        ReceiveWebhook.FOLLOWED.forEach(type -> world.receive(Told.changed("evt_" + type, type, CUSTOMER, T)));

        assertThat(world.inbox.count(Status.PENDING)).isEqualTo(16);
        ReceiveWebhook.FOLLOWED.forEach(type -> assertThat(received(type, true)).isEqualTo(1));
    }

    @Test
    void keepsNothingThatIsNotByStripe() {
        byte[] body = world.webhooks.body(PAID);

        assertThatExceptionOfType(DomainRejection.class)
                .isThrownBy(() -> world.receiving.receive(body, null))
                .matches(e -> e.code().equals("invalid_signature"));
        assertThatExceptionOfType(DomainRejection.class)
                .isThrownBy(() -> world.receiving.receive(new byte[] {'{'}, ToldWebhooks.SIGNED))
                .matches(e -> e.code().equals("invalid_request"));
        assertThat(world.inbox.entries(null, null, 9)).isEmpty();
        assertThat(received("unknown", false)).isEqualTo(2);
    }

    @Test
    void doesNotSayThatItHasWhatItCouldNotKeep() {
        WebhookInbox broken = Tampered.with(WebhookInbox.class, world.inbox, "store", () -> {
            throw new IllegalStateException("no database");
        });
        ReceiveWebhook receiving = new ReceiveWebhook(world.webhooks, broken, world.bell::ring, world.clock, meters);

        assertThatIllegalStateException()
                .isThrownBy(() -> receiving.receive(world.webhooks.body(PAID), ToldWebhooks.SIGNED));
        assertThat(received("invoice.paid", false)).isEqualTo(1);
    }

    @Test
    void namesNothingInItsMetricsThatOthersMakeUp() {
        for (int i = 0; i < 50; i++) {
            world.receive(Told.changed("evt_" + i, "made.up." + i, CUSTOMER, T));
        }

        assertThat(meters.find("stripe.webhook").counters().stream()
                        .filter(counter -> counter.count() > 0)
                        .map(Meter::getId)
                        .map(Meter.Id::getTags))
                .containsExactly(List.of(Tag.of("event_type", "other"), Tag.of("success", "true")));
        assertThat(meters.find("stripe.webhook").counters())
                .noneMatch(counter -> counter.getId().toString().contains("made.up"));
    }

    private double received(String type, boolean success) {
        return meters.counter("stripe.webhook", "event_type", type, "success", String.valueOf(success))
                .count();
    }
}
