package ai.novacore.application.quota;

import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.WebLink;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.user.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Tells members by mail that their day runs short, when they get more, and where they could have more. A warning that is
 * only sent once the day is over, after an outage of the mail server say, helps nobody and is left out.
 */
public final class QuotaMails implements Effect {
    public static final String NAME = "quota-mails";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final EmailRegistry registry;
    private final AccountStore accounts;
    private final Mailer mailer;
    private final Clock clock;
    private final String publicUrl;

    /**
     * @param publicUrl where the web app is found
     */
    public QuotaMails(EmailRegistry registry, AccountStore accounts, Mailer mailer, Clock clock, String publicUrl) {
        this.registry = registry;
        this.accounts = accounts;
        this.mailer = mailer;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == QuotaWarned.class;
    }

    /**
     * {@inheritDoc}
     *
     * @throws Mailer.MailFailure when the mail could not be handed over; it is to be tried again
     */
    @Override
    public void happen(DomainEvent event, String eventId) {
        Instant now = clock.instant();
        if (event instanceof QuotaWarned warned && now.isBefore(warned.id().resetsAt())) {
            registry.addressOf(warned.id().user()).ifPresent(address -> mailer.send(mail(address, warned, eventId)));
        }
    }

    private Mail mail(EmailAddress address, QuotaWarned warned, String eventId) {
        return new Mail(
                address,
                warned.percent() < 100 ? Template.QUOTA_NEARLY_USED : Template.QUOTA_USED_UP,
                Map.of(
                        "displayName",
                        accounts.find(warned.id().user())
                                .map(Account::displayName)
                                .orElse(""),
                        "link",
                        WebLink.to(publicUrl, "/billing"),
                        "resource",
                        warned.resource().name().toLowerCase(Locale.ROOT),
                        "used",
                        String.format(Locale.ROOT, "%,d", warned.used()),
                        "limit",
                        String.format(Locale.ROOT, "%,d", warned.limit()),
                        "resetsAt",
                        MOMENT.format(warned.id().resetsAt())),
                eventId);
    }
}
