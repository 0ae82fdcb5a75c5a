package ai.novacore.application.subscription;

import static ai.novacore.application.subscription.BillingWorld.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.application.subscription.port.out.PaymentGateway.UnknownPrice;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.subscription.port.out.WebhookReader;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Disputed;
import ai.novacore.application.testing.Tampered;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Money;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stripe, or something of ours, does not work for a while: nothing is lost, and nobody else has to wait for it. */
class OutlastingOutages {
    private static final Instant T = ManualClock.NOON.minusSeconds(100);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BillingWorld world = new BillingWorld(meters).linked();

    @BeforeEach
    void pay() {
        world.gateway.has(CUSTOMER, Paying.subscription("sub_1", CUSTOMER, Tier.PRO, Standing.PAID, T));
    }

    @Test
    void takesWebhooksWhileStripeIsDownAndAppliesThemAfterwards() {
        world.gateway.setDown(true);
        for (int i = 0; i < 5; i++) {
            world.told("evt_" + i, T.plusSeconds(i));
            world.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(world.inbox.count(Status.PENDING)).isEqualTo(5);
        assertThat(world.filed("evt_4").reason()).isEqualTo("payment_failure: no answer");
        assertThat(world.events()).isEmpty();

        world.gateway.setDown(false);
        world.clock.advance(Duration.ofHours(1));
        world.apply();
        assertThat(world.inbox.count(Status.APPLIED)).isEqualTo(5);
        assertThat(world.grants()).hasSize(1);
    }

    @Test
    void takesLongerPausesEachTimeAndParksAtTheEnd() {
        world.gateway.setDown(true);
        world.told("evt_1", T);
        List<Duration> pauses = new ArrayList<>();
        while (world.status("evt_1") == Status.PENDING) {
            pauses.add(pauseUntilTriedAgain());
        }

        assertThat(pauses.subList(0, 6))
                .extracting(Duration::toSeconds)
                .containsExactly(5L, 20L, 80L, 320L, 1_280L, 3_600L);
        assertThat(pauses).hasSize(11).allMatch(pause -> pause.compareTo(Duration.ofHours(1)) <= 0);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(6), Duration.ofHours(7));
        assertThat(world.status("evt_1")).isEqualTo(Status.PARKED);
        assertThat(world.filed("evt_1").attempts()).isEqualTo(12);
        assertThat(ended("retried")).isEqualTo(11);
        assertThat(ended("parked")).isEqualTo(1);
        world.gateway.setDown(false);
        world.clock.advance(Duration.ofDays(1));
        world.apply();
        assertThat(world.status("evt_1")).isEqualTo(Status.PARKED);
    }

    /** Second by second, as the workers look. */
    private Duration pauseUntilTriedAgain() {
        long attempts = world.filed("evt_1").attempts();
        Duration pause = Duration.ZERO;
        while (world.filed("evt_1").attempts() == attempts) {
            world.clock.advance(Duration.ofSeconds(1));
            pause = pause.plusSeconds(1);
            world.apply();
        }
        return pause;
    }

    @Test
    void appliesWhatAPersonHasTriedAgain() {
        world.gateway.setDown(true);
        world.told("evt_1", T);
        while (world.status("evt_1") == Status.PENDING) {
            world.clock.advance(Duration.ofHours(1));
            world.apply();
        }
        world.gateway.setDown(false);
        assertThat(world.inbox.retry("evt_1", world.clock.instant())).isTrue();
        world.apply();

        assertThat(world.status("evt_1")).isEqualTo(Status.APPLIED);
        assertThat(world.filed("evt_1").reason()).isNull();
        assertThat(world.state().tier()).isEqualTo(Tier.PRO);
    }

    @Test
    void doesNotParkWhatIsNewWithWhatIsOld() {
        world.gateway.setDown(true);
        world.told("evt_old", T);
        for (int i = 0; i < 10; i++) {
            world.clock.advance(Duration.ofHours(1));
            world.apply();
        }
        assertThat(world.filed("evt_old").attempts()).isEqualTo(11);
        world.clock.advance(Duration.ofHours(1));
        world.told("evt_new", T.plusSeconds(1));

        assertThat(world.status("evt_new")).isEqualTo(Status.PENDING);
        assertThat(world.filed("evt_new").attempts()).isEqualTo(1);
    }

    @Test
    void parksAtOnceWhatTryingAgainDoesNotMend() {
        world.receive(Told.changed("evt_1", "invoice.paid", CUSTOMER, T));
        worker(
                        world.webhooks,
                        Tampered.with(PaymentGateway.class, world.gateway, "subscriptionsOf", () -> {
                            throw new UnknownPrice("price_1");
                        }),
                        world.commands)
                .applyDue();

        assertThat(world.status("evt_1")).isEqualTo(Status.PARKED);
        assertThat(world.filed("evt_1").reason()).isEqualTo("unknown_price: No tier has the price price_1");
    }

    @Test
    void triesAgainWhatFailedInside() {
        world.receive(Told.changed("evt_1", "invoice.paid", CUSTOMER, T));
        worker(
                        world.webhooks,
                        world.gateway,
                        Tampered.with(
                                CommandDispatcher.class,
                                world.commands,
                                "atomically",
                                failing(new IllegalStateException("with somebody's name in it"))))
                .applyDue();
        assertThat(world.status("evt_1")).isEqualTo(Status.PENDING);
        assertThat(world.filed("evt_1").reason()).isEqualTo("internal_error: IllegalStateException");

        world.clock.advance(Duration.ofSeconds(5));
        world.apply();
        assertThat(world.status("evt_1")).isEqualTo(Status.APPLIED);
    }

    @Test
    void outlivesATextThatIsNestedWithoutEnd() {
        world.receive(Told.changed("evt_1", "invoice.paid", CUSTOMER, T));
        worker(
                        Tampered.with(WebhookReader.class, world.webhooks, "read", failing(new StackOverflowError())),
                        world.gateway,
                        world.commands)
                .applyDue();

        assertThat(world.filed("evt_1").reason()).isEqualTo("internal_error: StackOverflowError");
        assertThat(world.status("evt_1")).isEqualTo(Status.PENDING);
    }

    @Test
    void findsOutLaterWhomSomethingConcernsWhenStripeIsDown() {
        world.gateway.charged(CUSTOMER, "ch_1");
        world.gateway.setDown(true);
        world.receive(new Told(
                "evt_1", "charge.dispute.created", null, T, new Disputed("ch_1", "pi_1", new Money(1, "eur"))));
        world.apply();
        assertThat(world.status("evt_1")).isEqualTo(Status.PENDING);

        world.gateway.setDown(false);
        world.clock.advance(Duration.ofSeconds(5));
        world.apply();
        assertThat(world.status("evt_1")).isEqualTo(Status.APPLIED);
    }

    @Test
    void letsOthersGoOn() {
        for (int i = 0; i < 5; i++) {
            world.receive(Told.changed("evt_stuck" + i, "invoice.paid", "cus_stuck" + i, T));
            world.customers.link(new UserId("usr_stuck" + i), "cus_stuck" + i);
        }
        world.gateway.setDown(true);
        world.apply();
        assertThat(world.inbox.count(Status.PENDING)).isEqualTo(5);

        world.gateway.setDown(false);
        world.told("evt_1", T);
        assertThat(world.status("evt_1")).isEqualTo(Status.APPLIED);
        assertThat(world.inbox.count(Status.PENDING)).isEqualTo(5);
    }

    private static Supplier<Object> failing(Throwable failure) {
        return () -> {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            throw (Error) failure;
        };
    }

    private ApplyWebhooks worker(WebhookReader reader, PaymentGateway gateway, CommandDispatcher commands) {
        return new ApplyWebhooks(
                world.inbox,
                reader,
                world.customers,
                world.accounts,
                gateway,
                commands,
                new InboxSettings(Paying.GRACE, BillingWorld.LEASE),
                world.clock,
                meters);
    }

    private double ended(String outcome) {
        return meters.counter("webhook.inbox.entries", "outcome", outcome).count();
    }
}
