package ai.novacore.application.subscription;

import static ai.novacore.application.subscription.BillingWorld.CUSTOMER;
import static ai.novacore.application.subscription.BillingWorld.MIRA;
import static ai.novacore.application.subscription.BillingWorld.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.port.out.BillingCustomers;
import ai.novacore.application.subscription.port.out.WebhookInbox;
import ai.novacore.application.subscription.port.out.WebhookInbox.Claim;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.subscription.port.out.WebhookReader.Said;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.ActionRequired;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.CheckoutOver;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.CustomerDeleted;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Disputed;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Refunded;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.TrialEnding;
import ai.novacore.application.testing.Tampered;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Money;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.subscription.SubscriptionCommand.FollowStripe;
import ai.novacore.domain.subscription.SubscriptionCommand.StartCheckout;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutClosed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentActionRequired;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentDisputed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ApplyingWebhooks {
    private static final Instant T = ManualClock.NOON.minusSeconds(100);
    private static final Money PRICE = new Money(2_900, "eur");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BillingWorld world = new BillingWorld(meters).linked();

    @Test
    void takesStripesWordForHowThingsStand() {
        world.gateway.has(CUSTOMER, pro());
        world.told("evt_1", T);

        assertThat(world.state().tier()).isEqualTo(Tier.PRO);
        assertThat(world.events())
                .filteredOn(SubscriptionActivated.class::isInstance)
                .extracting(event -> ((SubscriptionActivated) event).cause())
                .containsExactly(new StripeCause("evt_1", T));
        assertThat(world.filed("evt_1"))
                .isEqualTo(new Filed(
                        "evt_1",
                        "customer.subscription.updated",
                        CUSTOMER,
                        Status.APPLIED,
                        T,
                        world.clock.instant(),
                        world.clock.instant(),
                        0,
                        null));
        assertThat(ended("applied")).isEqualTo(1);
        assertThat(meters.timer("webhook.inbox.latency").count()).isEqualTo(1);
    }

    @Test
    void measuresHowLongTheyWaited() {
        world.receive(changed("evt_1", 1));
        world.clock.advance(Duration.ofSeconds(7));
        world.receive(changed("evt_2", 2));
        world.clock.advance(Duration.ofSeconds(3));
        world.apply();

        assertThat(meters.timer("webhook.inbox.latency").totalTime(TimeUnit.SECONDS))
                .isEqualTo(10.0);
        assertThat(ended("applied")).isEqualTo(2);
    }

    @Test
    void asksOnceForAllThatCameOfACustomer() {
        world.gateway.has(CUSTOMER, pro());
        world.receive(changed("evt_2", 2));
        world.receive(changed("evt_3", 3));
        world.receive(changed("evt_1", 1));
        assertThat(world.applying.applyDue()).isEqualTo(1);

        List<FollowStripe> follows = world.commands.commands().stream()
                .filter(FollowStripe.class::isInstance)
                .map(FollowStripe.class::cast)
                .toList();
        assertThat(follows)
                .containsExactly(new FollowStripe(
                        SUBSCRIPTION,
                        Actor.system("stripe"),
                        world.clock.instant(),
                        MIRA,
                        List.of(pro()),
                        Paying.GRACE,
                        new StripeCause("evt_3", T.plusSeconds(3))));
        assertThat(world.inbox.count(Status.APPLIED)).isEqualTo(3);
        assertThat(world.applying.applyDue()).isZero();
    }

    @Test
    void asksWithoutHavingBeenTold() throws InterruptedException {
        world.gateway.has(CUSTOMER, pro());
        world.asking.ask(CUSTOMER, "checkout-1");
        world.asking.ask(CUSTOMER, "checkout-1");
        assertThat(world.bell.await(Duration.ZERO)).isTrue();
        assertThat(world.bell.await(Duration.ZERO)).isFalse();
        world.apply();

        assertThat(world.state().tier()).isEqualTo(Tier.PRO);
        assertThat(world.filed("checkout-1").type()).isEqualTo(WebhookInbox.ASKED);
        assertThat(world.status("checkout-1")).isEqualTo(Status.APPLIED);
    }

    @Test
    void ignoresCustomersWhomNobodyKnows() {
        world.receive(Told.changed("evt_1", "invoice.paid", "cus_other", T));
        world.receive(new Told("evt_2", "checkout.session.completed", "cus_other", T, new CheckoutOver("cs_1", null)));
        world.apply();

        assertThat(world.status("evt_1")).isEqualTo(Status.IGNORED);
        assertThat(world.filed("evt_2").reason()).isEqualTo("unknown_customer");
        assertThat(world.commands.commands()).isEmpty();
        assertThat(ended("ignored")).isEqualTo(2);
    }

    @Test
    void keepsNoTextAboutCustomersWhomNobodyKnows() {
        world.receive(Told.changed("evt_1", "invoice.paid", "cus_other", T));
        world.apply();

        world.inbox.retry("evt_1", T);
        assertThat(world.inbox.claim(T, T.plusSeconds(60), 1).orElseThrow().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).isNull());
    }

    @Test
    void learnsWhoACustomerIsFromThePageThatWasPaidAt() {
        world.customers.remove(MIRA);
        world.gateway.has("cus_new", Paying.subscription("sub_1", "cus_new", Tier.BASIC, Standing.PAID, T));
        checkout("evt_1", "cus_new", MIRA.value());
        world.apply();

        assertThat(world.customers.customerOf(MIRA)).contains("cus_new");
        assertThat(world.state().tier()).isEqualTo(Tier.BASIC);
        assertThat(world.status("evt_1")).isEqualTo(Status.APPLIED);
    }

    @Test
    void believesNoPageThatRefersToNobodyWhoCouldPayThere() {
        world.gateway.has("cus_new", Paying.subscription("sub_1", "cus_new", Tier.BASIC, Standing.PAID, T));
        world.member(new UserId("usr_closing"), Account.Standing.CLOSING);
        checkout("evt_customer", "cus_new", MIRA.value());
        checkout("evt_nobody", "cus_new", "usr_nobody");
        checkout("evt_closing", "cus_new", "usr_closing");
        checkout("evt_noid", "cus_new", "no id at all");
        world.apply();

        assertThat(world.inbox.count(Status.IGNORED)).isEqualTo(4);
        assertThat(world.customers.userOf("cus_new")).isEmpty();
        assertThat(world.customers.customerOf(MIRA)).contains(CUSTOMER);
    }

    @Test
    void believesNoPageOfACustomerWithWhomItIsOver() {
        world.customers.remove(MIRA);
        world.gateway.has("cus_old", Paying.subscription("sub_1", "cus_old", Tier.BASIC, Standing.ENDED, T));
        checkout("evt_1", "cus_old", MIRA.value());
        checkout("evt_2", "cus_none", MIRA.value());
        world.apply();

        assertThat(world.inbox.count(Status.IGNORED)).isEqualTo(2);
        assertThat(world.customers.customerOf(MIRA)).isEmpty();
    }

    private void checkout(String id, String customer, String member) {
        world.receive(new Told(id, "checkout.session.completed", customer, T, new CheckoutOver("cs_1", member)));
    }

    @Test
    void closesAPageThatHasExpired() {
        openPage();
        tell("evt_1", "checkout.session.expired", new CheckoutOver("cs_1", MIRA.value()));

        assertThat(world.events()).last().isInstanceOf(CheckoutClosed.class);
        assertThat(world.state().checkout()).isNull();
    }

    @Test
    void findsWhosePageItWasThatNamesNoCustomer() {
        openPage();
        world.receive(new Told("evt_1", "checkout.session.expired", null, T, new CheckoutOver("cs_1", MIRA.value())));
        world.receive(new Told("evt_2", "checkout.session.expired", null, T, new CheckoutOver("cs_2", null)));
        world.apply();

        assertThat(world.state().checkout()).isNull();
        assertThat(world.filed("evt_1").customer()).isEqualTo(CUSTOMER);
        assertThat(world.filed("evt_2").reason()).isEqualTo("no_customer");
        assertThat(world.status("evt_2")).isEqualTo(Status.IGNORED);
    }

    private void openPage() {
        world.commands.dispatch(
                new StartCheckout(SUBSCRIPTION, Actor.member(MIRA), T, MIRA, Tier.PRO, "cs_1", T.plusSeconds(9_999)));
    }

    @Test
    void endsWhatARefundOfTheRunningPeriodPaidFor() {
        tellWhilePaying("evt_1", "charge.refunded", new Refunded("pi_1", PRICE, true));

        assertThat(last())
                .isEqualTo(new PaymentRefunded(
                        SUBSCRIPTION,
                        world.clock.instant(),
                        MIRA,
                        "pi_1",
                        PRICE,
                        true,
                        "sub_1",
                        new StripeCause("evt_1", T)));
    }

    @Test
    void onlyNotesARefundOfAnotherPeriodOrOfAPart() {
        tellWhilePaying("evt_1", "charge.refunded", new Refunded("pi_before", PRICE, true));
        assertThat(((PaymentRefunded) last()).endsSubscription()).isFalse();
        tellWhilePaying("evt_2", "charge.refunded", new Refunded("pi_1", new Money(1, "eur"), false));
        assertThat(((PaymentRefunded) last()).endsSubscription()).isFalse();
        assertThat(((PaymentRefunded) last()).refunded()).isEqualTo(new Money(1, "eur"));
    }

    @Test
    void findsWhosePaymentIsDisputed() {
        world.gateway.has(CUSTOMER, pro());
        world.gateway.charged(CUSTOMER, "ch_1");
        world.receive(new Told("evt_1", "charge.dispute.created", null, T, new Disputed("ch_1", "pi_1", PRICE)));
        world.receive(new Told("evt_2", "charge.dispute.created", null, T, new Disputed("ch_2", "pi_2", PRICE)));
        world.apply();

        assertThat(last())
                .isEqualTo(new PaymentDisputed(
                        SUBSCRIPTION,
                        world.clock.instant(),
                        MIRA,
                        "pi_1",
                        PRICE,
                        "sub_1",
                        new StripeCause("evt_1", T)));
        assertThat(world.status("evt_1")).isEqualTo(Status.APPLIED);
        assertThat(world.filed("evt_2").reason()).isEqualTo("no_customer");
    }

    @Test
    void notesThatATrialEndsAndThatABankWantsToHearFromTheMember() {
        tellWhilePaying("evt_1", "customer.subscription.trial_will_end", new TrialEnding(T.plusSeconds(9)));
        assertThat(last())
                .isEqualTo(new SubscriptionEvent.TrialEnding(
                        SUBSCRIPTION, world.clock.instant(), MIRA, T.plusSeconds(9), new StripeCause("evt_1", T)));

        tellWhilePaying("evt_2", "invoice.payment_action_required", new ActionRequired(PRICE));
        assertThat(last())
                .isEqualTo(new PaymentActionRequired(
                        SUBSCRIPTION, world.clock.instant(), MIRA, PRICE, new StripeCause("evt_2", T)));
    }

    @Test
    void endsEverythingWithTheCustomer() {
        world.gateway.has(CUSTOMER, pro());
        world.told("evt_1", T);
        world.receive(changed("evt_2", 2));
        tell("evt_3", "customer.deleted", new CustomerDeleted());

        assertThat(world.state().status()).isEqualTo(SubscriptionStatus.CANCELLED);
        assertThat(world.state().tier()).isEqualTo(Tier.FREE);
        assertThat(world.events())
                .filteredOn(SubscriptionCancelled.class::isInstance)
                .hasSize(1);
        assertThat(world.customers.customerOf(MIRA)).isEmpty();
        assertThat(world.status("evt_2")).isEqualTo(Status.APPLIED);
        assertThat(world.status("evt_3")).isEqualTo(Status.APPLIED);
        world.told("evt_4", T);
        assertThat(world.status("evt_4")).isEqualTo(Status.IGNORED);
        assertThat(world.state().tier()).isEqualTo(Tier.FREE);
    }

    @Test
    void doesNotAskAboutACustomerWhoIsDeleted() {
        world.gateway.setDown(true);
        tell("evt_1", "customer.deleted", new CustomerDeleted());

        assertThat(world.status("evt_1")).isEqualTo(Status.APPLIED);
        assertThat(world.customers.customerOf(MIRA)).isEmpty();
    }

    @Test
    void putsAsideWhatItCannotReadAndStillAsks() {
        world.gateway.has(CUSTOMER, pro());
        world.receive(changed("evt_1", 1));
        world.receive(changed("evt_2", 2));
        world.receive(Told.changed("evt_3", "charge.dispute.created", "cus_x", T));
        world.webhooks.garble("evt_2");
        world.apply();

        assertThat(world.status("evt_1")).isEqualTo(Status.APPLIED);
        assertThat(world.status("evt_2")).isEqualTo(Status.PARKED);
        assertThat(world.filed("evt_2").reason()).isEqualTo("unreadable");
        assertThat(world.state().tier()).isEqualTo(Tier.PRO);
        assertThat(ended("parked")).isEqualTo(1);
    }

    @Test
    void putsAsideWhatItCannotReadWhenItIsAllThereIs() {
        world.gateway.has(CUSTOMER, pro());
        world.receive(changed("evt_1", 1));
        world.receive(new Told("evt_2", "charge.dispute.created", null, T, new Disputed("ch_1", "pi_1", PRICE)));
        world.webhooks.garble("evt_1");
        world.webhooks.garble("evt_2");
        world.apply();

        assertThat(world.inbox.entries(Status.PARKED, null, 9))
                .extracting(Filed::reason)
                .containsExactly("unreadable", "unreadable");
        assertThat(world.state().tier()).isEqualTo(Tier.PRO);
        assertThat(ended("parked")).isEqualTo(2);
    }

    @Test
    void leavesToAPersonWhatStripeDoesNotKnowAnyMore() {
        world.gateway.has(CUSTOMER, pro());
        world.told("evt_1", T);
        world.gateway.has(CUSTOMER);
        world.receive(changed("evt_2", 2));
        world.receive(changed("evt_3", 3));
        world.apply();

        assertThat(world.inbox.entries(Status.PARKED, null, 9))
                .extracting(Filed::id, Filed::reason)
                .containsExactly(tuple("evt_3", "subscription_missing"), tuple("evt_2", "subscription_missing"));
        assertThat(world.state().tier()).isEqualTo(Tier.PRO);
        assertThat(ended("parked")).isEqualTo(2);
    }

    @Test
    void recordsOnceWhatARaceMadeItDoAgain() {
        world.gateway.has(CUSTOMER, pro());
        world.commands.loseRaces(3);
        world.told("evt_1", T);

        assertThat(world.grants()).hasSize(1);
        assertThat(world.status("evt_1")).isEqualTo(Status.APPLIED);
        assertThat(ended("applied")).isEqualTo(1);
    }

    @Test
    void recordsNothingOfWhatOthersHaveTakenOver() {
        world.gateway.has(CUSTOMER, pro());
        world.receive(changed("evt_1", 1));
        Claim slow = world.inbox
                .claim(world.clock.instant(), world.clock.instant().plusSeconds(1), 9)
                .orElseThrow();
        world.clock.advance(Duration.ofSeconds(1));
        world.apply();
        int events = world.events().size();

        Queue<Optional<Claim>> claims = new ArrayDeque<>(List.of(Optional.of(slow), Optional.empty()));
        WebhookInbox late = Tampered.with(WebhookInbox.class, world.inbox, "claim", claims::remove);
        assertThat(worker(late, world.customers).applyDue()).isEqualTo(1);

        assertThat(world.events()).hasSize(events);
        assertThat(world.status("evt_1")).isEqualTo(Status.APPLIED);
        assertThat(ended("applied")).isEqualTo(1);
    }

    private ApplyWebhooks worker(WebhookInbox inbox, BillingCustomers customers) {
        return new ApplyWebhooks(
                inbox,
                world.webhooks,
                customers,
                world.accounts,
                world.gateway,
                world.commands,
                new InboxSettings(Paying.GRACE, BillingWorld.LEASE),
                world.clock,
                meters);
    }

    @Test
    void recordsNothingAboutAMemberWhoHasJustBeenErased() {
        world.gateway.has(CUSTOMER, pro());
        world.receive(changed("evt_1", 1));
        BillingCustomers erased = Tampered.with(BillingCustomers.class, world.customers, "holds", () -> false);
        assertThat(worker(world.inbox, erased).applyDue()).isEqualTo(1);

        assertThat(world.events()).isEmpty();
        assertThat(world.status("evt_1")).isEqualTo(Status.IGNORED);
    }

    @Test
    void actsAsStripeUnderACorrelationOfItsOwn() {
        List<Correlation> seen = new ArrayList<>();
        world.commands.with(() -> {
            seen.add(Correlation.current());
            return () -> {};
        });
        world.told("evt_1", T);
        world.told("evt_2", T);

        assertThat(seen).extracting(Correlation::actor).containsOnly(Actor.system("stripe"));
        assertThat(seen).hasSize(2).extracting(Correlation::id).doesNotHaveDuplicates();
    }

    @Test
    void stopsNowAndThenToLetItsNodeStop() {
        for (int i = 0; i < 30; i++) {
            world.receive(Told.changed("evt_" + i, "invoice.paid", "cus_" + i, T));
        }

        assertThat(world.applying.applyDue()).isEqualTo(25);
        assertThat(world.applying.applyDue()).isEqualTo(5);
    }

    private void tellWhilePaying(String id, String type, Said said) {
        world.gateway.has(CUSTOMER, pro());
        tell(id, type, said);
    }

    private void tell(String id, String type, Said said) {
        world.receive(new Told(id, type, CUSTOMER, T, said));
        world.apply();
    }

    private Object last() {
        return world.events().getLast();
    }

    private static StripeSubscription pro() {
        return Paying.subscription("sub_1", CUSTOMER, Tier.PRO, Standing.PAID, T);
    }

    private static Told changed(String id, long seconds) {
        return Told.changed(id, "customer.subscription.updated", CUSTOMER, T.plusSeconds(seconds));
    }

    private double ended(String outcome) {
        return meters.counter("webhook.inbox.entries", "outcome", outcome).count();
    }
}
