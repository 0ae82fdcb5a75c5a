package ai.novacore.application.user;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.MailFailure;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owner of an address that somebody tried to register it again. In the background, so that whoever tried can
 * tell nothing from how long it takes, and a few times over when the mail server does not take it. When the process dies
 * meanwhile, the mail is lost; that harms nobody, because trying again sends it again.
 */
public final class AlreadyRegisteredNotice {
    private static final Logger LOG = LoggerFactory.getLogger(AlreadyRegisteredNotice.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final EmailRegistry registry;
    private final AccountStore accounts;
    private final Mailer mailer;
    private final String link;
    private final Executor background;
    private final Clock clock;
    private final Retry retry;

    /**
     * @param publicUrl where the web app is found
     * @param background runs tasks that wait for half a minute at times; virtual threads do
     */
    public AlreadyRegisteredNotice(
            EmailRegistry registry,
            AccountStore accounts,
            Mailer mailer,
            String publicUrl,
            Executor background,
            Clock clock) {
        this(registry, accounts, mailer, publicUrl, background, clock, PAUSES);
    }

    AlreadyRegisteredNotice(
            EmailRegistry registry,
            AccountStore accounts,
            Mailer mailer,
            String publicUrl,
            Executor background,
            Clock clock,
            List<Duration> pauses) {
        this.registry = registry;
        this.accounts = accounts;
        this.mailer = mailer;
        this.link = WebLink.to(publicUrl, "/login");
        this.background = background;
        this.clock = clock;
        this.retry = Retry.of(
                "already-registered-notice",
                RetryConfig.custom()
                        .maxAttempts(pauses.size() + 1)
                        .intervalFunction(attempt -> pauses.get(attempt - 1).toMillis())
                        .retryOnException(MailFailure.class::isInstance)
                        .build());
    }

    /** Returns at once and never fails. */
    void send(EmailAddress email) {
        Correlation cause = Correlation.current();
        try {
            background.execute(() -> cause.run(() -> tell(email)));
        } catch (RejectedExecutionException e) {
            LOG.warn("Could not tell the owner of an address that it is registered already: shutting down");
        }
    }

    // Whatever goes wrong is logged by its kind only: messages of other layers may quote the address.
    private void tell(EmailAddress email) {
        try {
            registry.find(email).ifPresent(owner -> retry.executeRunnable(() -> mailer.send(mail(email, owner))));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Could not tell the owner of an address that it is registered already: {}",
                    e.getClass().getSimpleName());
        }
    }

    private Mail mail(EmailAddress email, UserId owner) {
        String name = accounts.find(owner).map(Account::displayName).orElse("");
        long hour = clock.instant().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        return new Mail(
                email,
                Template.ALREADY_REGISTERED,
                Map.of("displayName", name, "link", link),
                "already-registered-" + owner.value() + "-" + hour);
    }
}
