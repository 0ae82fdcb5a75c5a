package ai.novacore.application.user;

import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.WebLink;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.Mailer;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.application.user.port.out.VerificationTokenStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.user.TokenHash;
import ai.novacore.domain.user.UserCommand.IssueVerificationToken;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Sends the mail with the link that verifies an address. Only the hash of a token is kept, so a second attempt cannot
 * send the first token again: it issues a new one, which retires the first. That is also why such a mail has an
 * idempotency key of its own; a mail server that drops what it takes for a copy would keep the link that no longer works.
 */
public final class VerificationMail implements Effect {
    public static final String NAME = "verification-mail";

    private static final Duration VALID = Duration.ofHours(24);
    private static final Actor ACTOR = Actor.system("verification-mail");

    private final VerificationTokenStore tokens;
    private final CommandDispatcher commands;
    private final AccountStore accounts;
    private final Mailer mailer;
    private final SecretTokens secrets;
    private final Clock clock;
    private final String publicUrl;

    /**
     * @param publicUrl where the web app is found
     */
    public VerificationMail(
            VerificationTokenStore tokens,
            CommandDispatcher commands,
            AccountStore accounts,
            Mailer mailer,
            SecretTokens secrets,
            Clock clock,
            String publicUrl) {
        this.tokens = tokens;
        this.commands = commands;
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

    /**
     * {@inheritDoc}
     *
     * @throws Mailer.MailFailure when the mail could not be handed over; it is to be tried again
     */
    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == VerificationRequested.class;
    }

    @Override
    public void happen(DomainEvent event, String eventId) {
        if (event instanceof VerificationRequested requested) {
            String secret = secrets.next();
            TokenHash hash = SecretTokens.hash(secret);
            // Sent only once the token is recorded for good: work that loses a race is run again, a mail is not unsent.
            if (issue(requested, hash)) {
                mailer.send(mail(requested, secret, eventId + "-" + hash.value().substring(0, 16)));
            }
        }
    }

    /** Whether there is still something to verify; by the time of a late attempt there may not be. */
    private boolean issue(VerificationRequested requested, TokenHash hash) {
        try {
            commands.atomically(() -> {
                tokens.add(hash, requested.id());
                return commands.dispatch(new IssueVerificationToken(
                        requested.id(),
                        ACTOR,
                        clock.instant(),
                        hash,
                        clock.instant().plus(VALID)));
            });
            return true;
        } catch (DomainRejection e) {
            return false;
        }
    }

    private Mail mail(VerificationRequested requested, String secret, String idempotencyKey) {
        String name = accounts.find(requested.id()).map(Account::displayName).orElse("");
        return new Mail(
                requested.email(),
                Template.VERIFY_EMAIL,
                Map.of(
                        "displayName", name,
                        "link", WebLink.to(publicUrl, "/verify-email?token=" + secret),
                        "validHours", String.valueOf(VALID.toHours())),
                idempotencyKey);
    }
}
