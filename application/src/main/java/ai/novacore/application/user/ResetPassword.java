package ai.novacore.application.user;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.RateLimiter;
import ai.novacore.application.user.port.in.ResetPasswordUseCase;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.PasswordHasher;
import ai.novacore.application.user.port.out.PasswordResetStore;
import ai.novacore.application.user.port.out.PasswordResetStore.PasswordReset;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.TokenHash;
import ai.novacore.domain.user.UserCommand.RecordPasswordChange;
import ai.novacore.domain.user.UserCommand.RequestPasswordReset;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** New passwords for those who have forgotten theirs. The mail with the link follows from what is recorded here. */
public final class ResetPassword implements ResetPasswordUseCase {
    private static final Logger LOG = LoggerFactory.getLogger(ResetPassword.class);
    private static final Actor ACTOR = Actor.system("forgot-password");

    private final EmailRegistry registry;
    private final AccountStore accounts;
    private final PasswordResetStore resets;
    private final PasswordHasher hasher;
    private final CredentialStore credentials;
    private final SessionStore sessions;
    private final CommandDispatcher commands;
    private final RateLimiter limiter;
    private final EvenPace pace;
    private final Clock clock;
    private final PasswordRules rules = new PasswordRules();

    /**
     * @param pace in which questions about addresses are answered
     */
    public ResetPassword(
            EmailRegistry registry,
            AccountStore accounts,
            PasswordResetStore resets,
            PasswordHasher hasher,
            CredentialStore credentials,
            SessionStore sessions,
            CommandDispatcher commands,
            RateLimiter limiter,
            EvenPace pace,
            Clock clock) {
        this.registry = registry;
        this.accounts = accounts;
        this.resets = resets;
        this.hasher = hasher;
        this.credentials = credentials;
        this.sessions = sessions;
        this.commands = commands;
        this.limiter = limiter;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public void forgot(String email) {
        pace.run(() -> {
            if (!limiter.take(Throttles.RESET_MAILS_PER_ACCOUNT, Throttles.accountKey(email))
                    .granted()) {
                SecurityLog.throttled(Throttles.RESET_MAILS_PER_ACCOUNT.name());
            } else if (EmailAddress.isPlausible(email)) {
                registry.find(new EmailAddress(email)).ifPresent(this::request);
            }
        });
    }

    private void request(UserId user) {
        try {
            commands.dispatch(new RequestPasswordReset(user, ACTOR, clock.instant()));
            SecurityLog.resetRequested(user);
        } catch (DomainRejection closing) {
            LOG.debug("Nobody is left who could use a new password", closing);
        }
    }

    @Override
    public void reset(String token, String newPassword) {
        try {
            SecurityLog.passwordChanged(change(token, newPassword), "reset");
        } catch (DomainRejection refusal) {
            SecurityLog.linkRefused("reset_refused", refusal.code());
            throw refusal;
        }
    }

    private UserId change(String token, String newPassword) {
        TokenHash hash = SecretTokens.hash(token);
        PasswordReset reset = resets.find(hash).orElseThrow(ResetPassword::unknown);
        if (!clock.instant().isBefore(reset.expiresAt())) {
            throw DomainRejection.expired("reset_token_expired", "This link is too old. Ask for a new one.");
        }
        Account account = accounts.find(reset.user()).orElseThrow(ResetPassword::unknown);
        rules.check(newPassword, new EmailAddress(account.email()), account.displayName());
        String passwordHash = hasher.hash(newPassword);
        commands.atomically(() -> {
            if (!resets.use(hash)) {
                throw unknown();
            }
            credentials.save(account.id(), passwordHash);
            sessions.endAll(account.id(), null, clock.instant());
            return commands.dispatch(
                    new RecordPasswordChange(account.id(), Actor.member(account.id()), clock.instant()));
        });
        limiter.forget(Throttles.LOGIN_PER_ACCOUNT, Throttles.accountKey(account.email()));
        return account.id();
    }

    private static DomainRejection unknown() {
        return DomainRejection.invalid(
                "reset_token_invalid", "This link was used already, or a newer one has been sent.");
    }
}
