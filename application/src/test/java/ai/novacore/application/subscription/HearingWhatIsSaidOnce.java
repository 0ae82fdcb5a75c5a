package ai.novacore.application.subscription;

import static ai.novacore.application.subscription.BillingWorld.CUSTOMER;
import static ai.novacore.application.subscription.BillingWorld.MIRA;
import static ai.novacore.application.subscription.BillingWorld.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import ai.novacore.application.subscription.port.out.WebhookReader.Said;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.ActionRequired;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.CheckoutOver;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.CustomerDeleted;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Disputed;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.Refunded;
import ai.novacore.application.subscription.port.out.WebhookReader.Said.TrialEnding;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Money;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.StripeSubscription;
import ai.novacore.domain.subscription.StripeSubscription.Standing;
import ai.novacore.domain.subscription.SubscriptionCommand.StartCheckout;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutClosed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentActionRequired;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentDisputed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What Stripe says beyond that something has changed, and of whom it says that. */
class HearingWhatIsSaidOnce {
    private static final Instant T = ManualClock.NOON.minusSeconds(100);
    private static final Money PRICE = new Money(2_900, "eur");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BillingWorld world = new BillingWorld(meters).linked();

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

    private void tellWhilePaying(String id, String type, Said said) {
        world.gateway.has(CUSTOMER, pro());
        tell(id, type, said);
    }

    private Object last() {
        return world.events().getLast();
    }

    private void tell(String id, String type, Said said) {
        world.receive(new Told(id, type, CUSTOMER, T, said));
        world.apply();
    }

    private static StripeSubscription pro() {
        return Paying.subscription("sub_1", CUSTOMER, Tier.PRO, Standing.PAID, T);
    }

    private static Told changed(String id, long seconds) {
        return Told.changed(id, "customer.subscription.updated", CUSTOMER, T.plusSeconds(seconds));
    }
}
