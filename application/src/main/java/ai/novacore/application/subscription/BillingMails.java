package ai.novacore.application.subscription;

import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.WebLink;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Money;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.CancellationWithdrawn;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutClosed;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutStarted;
import ai.novacore.domain.subscription.SubscriptionEvent.DuplicateFound;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceExpired;
import ai.novacore.domain.subscription.SubscriptionEvent.GraceReminded;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentActionRequired;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentDisputed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentFailed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRecovered;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionActivated;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionCancelled;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionPaused;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionRenewed;
import ai.novacore.domain.subscription.SubscriptionEvent.SubscriptionResumed;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChangeScheduled;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.subscription.SubscriptionEvent.TrialEnding;
import ai.novacore.domain.user.EmailAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells members by mail what became of their subscription. Receipts come from Stripe. Nobody is told who is leaving anyway.
 */
public final class BillingMails implements Effect {
    public static final String NAME = "billing-mails";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final EmailRegistry registry;
    private final AccountStore accounts;
    private final Mailer mailer;
    private final String publicUrl;

    /**
     * @param publicUrl where the web app is found
     */
    public BillingMails(EmailRegistry registry, AccountStore accounts, Mailer mailer, String publicUrl) {
        this.registry = registry;
        this.accounts = accounts;
        this.mailer = mailer;
        this.publicUrl = publicUrl;
    }

    /** What is to be said: a template and what it is filled with. */
    private record Words(Template template, Map<String, String> values) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return SubscriptionEvent.class.isAssignableFrom(eventType);
    }

    /**
     * {@inheritDoc}
     *
     * @throws Mailer.MailFailure when the mail could not be handed over; it is to be tried again
     */
    @Override
    public void happen(DomainEvent event, String eventId) {
        if (event instanceof SubscriptionEvent told) {
            words(told).ifPresent(words -> send(told.user(), words, eventId));
        }
    }

    private static Optional<Words> words(SubscriptionEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case TierChanged e ->
                        new Words(
                                e.to().compareTo(e.from()) > 0 ? Template.TIER_RAISED : Template.TIER_LOWERED,
                                Map.of("tier", name(e.to()), "before", name(e.from())));
                    case TierChangeScheduled e ->
                        new Words(
                                Template.TIER_CHANGE_SCHEDULED,
                                Map.of("tier", name(e.to()), "day", day(e.changesAt())));
                    case PaymentFailed e -> new Words(Template.PAYMENT_FAILED, Map.of("day", day(e.graceUntil())));
                    case GraceReminded e ->
                        new Words(
                                Template.GRACE_REMINDER,
                                Map.of("day", day(e.graceUntil()), "left", left(e.daysLeft())));
                    case PaymentRecovered _ -> new Words(Template.PAYMENT_RECOVERED, Map.of());
                    case CancellationScheduled e ->
                        new Words(Template.CANCELLATION_SCHEDULED, Map.of("day", day(e.endsAt())));
                    case CancellationWithdrawn _ -> new Words(Template.CANCELLATION_WITHDRAWN, Map.of());
                    case SubscriptionPaused _ -> new Words(Template.SUBSCRIPTION_PAUSED, Map.of());
                    case PaymentRefunded e ->
                        new Words(
                                e.endsSubscription() ? Template.PAYMENT_REFUNDED_ENDS : Template.PAYMENT_REFUNDED,
                                Map.of("amount", amount(e.refunded())));
                    case TrialEnding e -> new Words(Template.TRIAL_ENDING, Map.of("day", day(e.endsAt())));
                    case PaymentActionRequired e ->
                        new Words(Template.PAYMENT_ACTION_REQUIRED, Map.of("amount", amount(e.due())));
                    // What these mean for the person is told by the change of tier that comes with them, if any.
                    case SubscriptionActivated _,
                            SubscriptionRenewed _,
                            SubscriptionResumed _,
                            SubscriptionCancelled _,
                            GraceExpired _,
                            CheckoutStarted _,
                            CheckoutClosed _,
                            DuplicateFound _,
                            PaymentDisputed _ -> null;
                });
    }

    private void send(UserId user, Words words, String eventId) {
        Account account = accounts.find(user).orElse(null);
        if (account == null || account.standing() == Standing.CLOSING) {
            return;
        }
        registry.addressOf(user).ifPresent(address -> mailer.send(mail(address, account, words, eventId)));
    }

    private Mail mail(EmailAddress address, Account account, Words words, String eventId) {
        Map<String, String> values = new HashMap<>(words.values());
        values.put("displayName", account.displayName());
        values.put("link", WebLink.to(publicUrl, "/billing"));
        return new Mail(address, words.template(), values, eventId);
    }

    private static String name(Tier tier) {
        return tier.name().substring(0, 1) + tier.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String day(Instant time) {
        return DAY.format(time);
    }

    private static String left(long days) {
        return days == 1 ? "one day" : days + " days";
    }

    private static String amount(Money money) {
        String code = money.currency().toUpperCase(Locale.ROOT);
        return BigDecimal.valueOf(money.amount(), decimals(code)).toPlainString() + " " + code;
    }

    /** Stripe counts in the smallest unit of a currency; one that Java does not know is taken to have hundredths. */
    private static int decimals(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .map(Currency::getDefaultFractionDigits)
                .orElse(2);
    }
}
