package ai.novacore.application.user;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.application.user.port.out.PasswordHasher;
import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.application.user.port.out.RefreshTokenStore.StoredToken;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.TokenHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions that live by refresh tokens, each good for one use. Every log-in compares one hash, whether the address is
 * known or not, so that its duration tells nothing.
 */
public final class Sessions implements SessionUseCase {
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EmailRegistry registry;
    private final CredentialStore credentials;
    private final AccountStore accounts;
    private final RefreshTokenStore tokens;
    private final PasswordHasher hasher;
    private final AccessTokenIssuer accessTokens;
    private final CommandDispatcher commands;
    private final ReadModels readModels;
    private final SecretTokens secrets;
    private final IdGenerator ids;
    private final Clock clock;
    private final String nobodysHash;

    /** Computes one hash. */
    public Sessions(
            EmailRegistry registry,
            CredentialStore credentials,
            AccountStore accounts,
            RefreshTokenStore tokens,
            PasswordHasher hasher,
            AccessTokenIssuer accessTokens,
            CommandDispatcher commands,
            ReadModels readModels,
            SecretTokens secrets,
            IdGenerator ids,
            Clock clock) {
        this.registry = registry;
        this.credentials = credentials;
        this.accounts = accounts;
        this.tokens = tokens;
        this.hasher = hasher;
        this.accessTokens = accessTokens;
        this.commands = commands;
        this.readModels = readModels;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.nobodysHash = hasher.hash(secrets.next());
    }

    @Override
    public Session logIn(String email, String password) {
        Optional<UserId> user =
                EmailAddress.isPlausible(email) ? registry.find(new EmailAddress(email)) : Optional.empty();
        Optional<String> hash = user.flatMap(credentials::find);
        boolean matches = hasher.matches(password, hash.orElse(nobodysHash));
        if (user.isEmpty() || hash.isEmpty() || !matches) {
            throw invalidCredentials();
        }
        Account account = requireActive(account(user.get()).orElseThrow(Sessions::invalidCredentials));
        String session = ids.next("ses_");
        return session(account, session, issue(account.id(), session));
    }

    @Override
    public Session refresh(String refreshToken) {
        TokenHash hash = SecretTokens.hash(refreshToken);
        Instant now = clock.instant();
        StoredToken token = tokens.find(hash).orElseThrow(Sessions::invalidToken);
        if (token.used()) {
            throw reused(token.session(), now);
        }
        if (token.revoked() || !now.isBefore(token.expiresAt())) {
            throw invalidToken();
        }
        Account account = requireActive(account(token.user()).orElseThrow(Sessions::invalidToken));
        Optional<String> next = commands.atomically(
                () -> tokens.use(hash, now) ? Optional.of(issue(token.user(), token.session())) : Optional.empty());
        return session(account, token.session(), next.orElseThrow(() -> reused(token.session(), now)));
    }

    @Override
    public void logOut(String refreshToken) {
        tokens.find(SecretTokens.hash(refreshToken))
                .ifPresent(token -> tokens.revokeSession(token.session(), clock.instant()));
    }

    /** An account that was created a moment ago may not have reached its read model yet. */
    private Optional<Account> account(UserId user) {
        return accounts.find(user).or(() -> readModels.awaitLatest(PATIENCE) ? accounts.find(user) : Optional.empty());
    }

    private String issue(UserId user, String session) {
        String secret = secrets.next();
        Instant now = clock.instant();
        tokens.add(SecretTokens.hash(secret), user, session, now, now.plus(LIFETIME));
        return secret;
    }

    private Session session(Account account, String session, String refreshToken) {
        return new Session(account, accessTokens.issue(account, session), refreshToken);
    }

    /** Two hold the same token, and nobody knows which of them is the thief: both have to log in again. */
    private DomainRejection reused(String session, Instant now) {
        tokens.revokeSession(session, now);
        return DomainRejection.unauthenticated(
                "refresh_token_reused", "This session was ended, because its token was used twice. Log in again.");
    }

    private static Account requireActive(Account account) {
        if (account.suspended()) {
            throw DomainRejection.forbidden("account_suspended", "This account is suspended.");
        }
        return account;
    }

    private static DomainRejection invalidCredentials() {
        return DomainRejection.unauthenticated("invalid_credentials", "The address or the password is wrong.");
    }

    private static DomainRejection invalidToken() {
        return DomainRejection.unauthenticated("refresh_token_invalid", "This session is over. Log in again.");
    }
}
