package ai.novacore.application.subscription;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.user.InMemoryAccounts;
import ai.novacore.application.user.InMemoryEmailRegistry;
import ai.novacore.application.user.RecordingMailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.MailFailure;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Money;
import ai.novacore.domain.subscription.StripeCause;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationWithdrawn;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutClosed;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceReminded;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentActionRequired;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentFailed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRecovered;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionPaused;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChangeScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionEvent.TrialEnding;
import ai.novacore.domain.subscription.SubscriptionId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.Role;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailingAboutBilling {
    private static final UserId ADA = new UserId("usr_ada");
    private static final SubscriptionId HERS = SubscriptionId.of(ADA);
    private static final EmailAddress EMAIL = new EmailAddress("ada@example.org");
    private static final StripeCause CAUSE = new StripeCause("evt_1", NOON);
    private static final Instant LATER = NOON.plus(Duration.ofDays(7));
    private static final String DAY = "21 March 2026";

    private final InMemoryEmailRegistry registry = new InMemoryEmailRegistry();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final RecordingMailer mailer = new RecordingMailer();
    private final BillingMails mails = new BillingMails(registry, accounts, mailer, "https://nova.example/");

    @BeforeEach
    void knowAda() {
        registry.claim(EMAIL, ADA);
        stand(Standing.ACTIVE);
    }

    private void stand(Standing standing) {
        accounts.save(new Account(ADA, EMAIL.value(), "Ada", NOON, Tier.FREE, List.of(Role.MEMBER), standing, NOON));
    }

    @Test
    void tellsWhatBecameOfTheSubscription() {
        says(
                new TierChanged(HERS, NOON, ADA, Tier.FREE, Tier.PRO, CAUSE),
                Template.TIER_RAISED,
                "tier",
                "Pro",
                "before",
                "Free");
        says(
                new TierChanged(HERS, NOON, ADA, Tier.PRO, Tier.BASIC, null),
                Template.TIER_LOWERED,
                "tier",
                "Basic",
                "before",
                "Pro");
        says(
                new TierChangeScheduled(HERS, NOON, ADA, Tier.BASIC, LATER, CAUSE),
                Template.TIER_CHANGE_SCHEDULED,
                "tier",
                "Basic",
                "day",
                DAY);
        says(new PaymentFailed(HERS, NOON, ADA, LATER, CAUSE), Template.PAYMENT_FAILED, "day", DAY);
        says(new GraceReminded(HERS, NOON, ADA, 3, LATER), Template.GRACE_REMINDER, "day", DAY, "left", "3 days");
        says(new GraceReminded(HERS, NOON, ADA, 1, LATER), Template.GRACE_REMINDER, "day", DAY, "left", "one day");
        says(new PaymentRecovered(HERS, NOON, ADA, LATER, CAUSE), Template.PAYMENT_RECOVERED);
        says(new CancellationScheduled(HERS, NOON, ADA, LATER, CAUSE), Template.CANCELLATION_SCHEDULED, "day", DAY);
        says(new CancellationWithdrawn(HERS, NOON, ADA, CAUSE), Template.CANCELLATION_WITHDRAWN);
        says(new SubscriptionPaused(HERS, NOON, ADA, CAUSE), Template.SUBSCRIPTION_PAUSED);
        says(new TrialEnding(HERS, NOON, ADA, LATER, CAUSE), Template.TRIAL_ENDING, "day", DAY);
    }

    @Test
    void tellsAmountsInTheirCurrency() {
        says(
                new PaymentRefunded(HERS, NOON, ADA, "pi_1", new Money(905, "eur"), false, "sub_1", CAUSE),
                Template.PAYMENT_REFUNDED,
                "amount",
                "9.05 EUR");
        says(
                new PaymentRefunded(HERS, NOON, ADA, "pi_1", new Money(905, "jpy"), true, "sub_1", CAUSE),
                Template.PAYMENT_REFUNDED_ENDS,
                "amount",
                "905 JPY");
        says(
                new PaymentActionRequired(HERS, NOON, ADA, new Money(1, "zzz"), CAUSE),
                Template.PAYMENT_ACTION_REQUIRED,
                "amount",
                "0.01 ZZZ");
    }

    @Test
    void leavesToOtherMailsWhatTheyTell() {
        for (SubscriptionEvent silent : List.of(
                new SubscriptionCancelled(HERS, NOON, ADA, CAUSE),
                new GraceExpired(HERS, NOON, ADA),
                new CheckoutClosed(HERS, NOON, ADA, "cs_1"))) {
            mails.happen(silent, "evt-1");
            assertThat(mails.concerns(silent.getClass())).isTrue();
        }
        assertThat(mails.concerns(UserErased.class)).isFalse();
        assertThat(mailer.mails()).isEmpty();
    }

    @Test
    void tellsNobodyWhoIsLeaving() {
        stand(Standing.CLOSING);
        mails.happen(new CancellationWithdrawn(HERS, NOON, ADA, CAUSE), "evt-1");
        accounts.remove(ADA);
        mails.happen(new CancellationWithdrawn(HERS, NOON, ADA, CAUSE), "evt-2");

        assertThat(mailer.mails()).isEmpty();
    }

    @Test
    void failsWhenTheMailCannotBeHandedOver() {
        mailer.fail(1);

        assertThatThrownBy(() -> mails.happen(new CancellationWithdrawn(HERS, NOON, ADA, CAUSE), "evt-1"))
                .isInstanceOf(MailFailure.class);
    }

    private void says(SubscriptionEvent event, Template template, String... values) {
        Map<String, String> filled =
                new HashMap<>(Map.of("displayName", "Ada", "link", "https://nova.example/billing"));
        for (int i = 0; i < values.length; i += 2) {
            filled.put(values[i], values[i + 1]);
        }
        String key = "evt-" + mailer.mails().size();

        mails.happen(event, key);

        assertThat(mailer.mails()).last().isEqualTo(new Mail(EMAIL, template, filled, key));
    }
}
