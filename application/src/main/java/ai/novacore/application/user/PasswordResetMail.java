package ai.novacore.application.user;

import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.WebLink;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.application.user.port.out.PasswordResetStore;
import ai.novacore.application.user.port.out.PasswordResetStore.PasswordReset;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.TokenHash;
import ai.novacore.domain.user.UserEvent.PasswordResetRequested;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Sends the mail with the link by which a password can be chosen anew. As with {@link VerificationMail}, only the hash of
 * the token is kept, so each attempt issues a new one and is a mail of its own.
 */
public final class PasswordResetMail implements Effect {
    public static final String NAME = "password-reset-mail";

    private static final Duration VALID = Duration.ofHours(1);

    private final PasswordResetStore resets;
    private final EmailRegistry registry;
    private final AccountStore accounts;
    private final Mailer mailer;
    private final SecretTokens secrets;
    private final Clock clock;
    private final String publicUrl;

    /**
     * @param publicUrl where the web app is found
     */
    public PasswordResetMail(
            PasswordResetStore resets,
            EmailRegistry registry,
            AccountStore accounts,
            Mailer mailer,
            SecretTokens secrets,
            Clock clock,
            String publicUrl) {
        this.resets = resets;
        this.registry = registry;
        this.accounts = accounts;
        this.mailer = mailer;
        this.secrets = secrets;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == PasswordResetRequested.class;
    }

    /**
     * {@inheritDoc}
     *
     * @throws Mailer.MailFailure when the mail could not be handed over; it is to be tried again
     */
    @Override
    public void happen(DomainEvent event, String eventId) {
        if (event instanceof PasswordResetRequested requested && mayAct(requested.id())) {
            registry.addressOf(requested.id()).ifPresent(address -> send(address, requested.id(), eventId));
        }
    }

    private boolean mayAct(UserId user) {
        return accounts.find(user)
                .map(account -> account.standing() == Standing.ACTIVE)
                .orElse(true);
    }

    private void send(EmailAddress address, UserId user, String eventId) {
        String secret = secrets.next();
        TokenHash hash = SecretTokens.hash(secret);
        resets.replace(hash, new PasswordReset(user, clock.instant().plus(VALID)));
        mailer.send(new Mail(
                address,
                Template.RESET_PASSWORD,
                Map.of(
                        "displayName",
                                accounts.find(user).map(Account::displayName).orElse(""),
                        "link", WebLink.to(publicUrl, "/reset-password?token=" + secret),
                        "validMinutes", String.valueOf(VALID.toMinutes())),
                eventId + "-" + hash.value().substring(0, 16)));
    }
}
