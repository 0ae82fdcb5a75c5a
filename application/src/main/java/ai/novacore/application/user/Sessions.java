package ai.novacore.application.user;

import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.application.shared.port.out.ReadModels;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.application.user.port.out.RefreshTokenStore.StoredToken;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.port.out.SessionStore.StoredSession;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import ai.novacore.domain.user.UserCommand.NoteTokenReuse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions that live by refresh tokens, each good for one use.
 *
 * <p>For ten seconds a used token is still exchanged: its answer may have been lost on the way, or two tabs may have asked
 * at once, and each then goes on with a token of its own. Whoever comes with it later has it from somewhere else, or the
 * other one has; nobody knows which, so the session ends and its owner is told.
 */
public final class Sessions implements SessionUseCase {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Actor ACTOR = Actor.system("sessions");

    private final PasswordCheck passwords;
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final RefreshTokenStore tokens;
    private final SessionTokens issuing;
    private final CommandDispatcher commands;
    private final ReadModels readModels;
    private final AccountMetrics metrics;
    private final Clock clock;

    public Sessions(
            PasswordCheck passwords,
            AccountStore accounts,
            SessionStore sessions,
            RefreshTokenStore tokens,
            SessionTokens issuing,
            CommandDispatcher commands,
            ReadModels readModels,
            AccountMetrics metrics,
            Clock clock) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.issuing = issuing;
        this.commands = commands;
        this.readModels = readModels;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public Session logIn(String email, String password, Client client) {
        try {
            UserId user = passwords.identify(email, password, client.address());
            Account account = requireActive(account(user).orElseThrow(PasswordCheck::invalidCredentials));
            Session session = commands.atomically(() -> issuing.begin(account, client.userAgent()));
            metrics.loggedIn(true);
            SecurityLog.loggedIn(user);
            return session;
        } catch (DomainRejection rejection) {
            metrics.loggedIn(false);
            throw rejection;
        }
    }

    @Override
    public Session refresh(String refreshToken) {
        TokenHash hash = SecretTokens.hash(refreshToken);
        StoredToken token = tokens.find(hash).orElseThrow(Sessions::invalidToken);
        if (usedTooLongAgo(token)) {
            throw reused(token);
        }
        UserId user = requireOpen(token).user();
        Account account = requireActive(account(user).orElseThrow(Sessions::invalidToken));
        Session session = commands.atomically(() ->
                        use(hash) ? Optional.of(issuing.renew(account, token.session())) : Optional.<Session>empty())
                .orElseThrow(() -> reused(token));
        metrics.refreshed();
        SecurityLog.renewed(user);
        return session;
    }

    /** Whoever loses the race for a token has just come too late by a moment, so the grace is for them, too. */
    private boolean use(TokenHash hash) {
        return tokens.use(hash, clock.instant())
                || tokens.find(hash).filter(token -> !usedTooLongAgo(token)).isPresent();
    }

    private boolean usedTooLongAgo(StoredToken token) {
        return token.usedAt() != null && clock.instant().isAfter(token.usedAt().plus(GRACE));
    }

    private StoredSession requireOpen(StoredToken token) {
        Instant now = clock.instant();
        return sessions.find(token.session())
                .filter(session -> session.goesOn(now) && now.isBefore(token.expiresAt()))
                .orElseThrow(Sessions::invalidToken);
    }

    private DomainRejection reused(StoredToken token) {
        if (sessions.end(token.session(), clock.instant())) {
            sessions.find(token.session()).ifPresent(this::tellOwner);
        }
        return DomainRejection.unauthenticated(
                "refresh_token_reused", "This session was ended, because its token was used twice. Log in again.");
    }

    private void tellOwner(StoredSession session) {
        SecurityLog.tokenReused(session.user(), session.id());
        try {
            commands.dispatch(new NoteTokenReuse(session.user(), ACTOR, clock.instant(), session.id()));
        } catch (DomainRejection closing) {
            LOG.debug("Nobody is left to be told", closing);
        }
    }

    @Override
    public void logOut(String refreshToken) {
        tokens.find(SecretTokens.hash(refreshToken)).ifPresent(token -> endSession(token.session()));
    }

    @Override
    public void endSession(String session) {
        if (sessions.end(session, clock.instant())) {
            SecurityLog.sessionEnded(session);
        }
    }

    @Override
    public List<OpenSession> open(UserId user) {
        return sessions.open(user, clock.instant()).stream()
                .map(Sessions::shown)
                .toList();
    }

    private static OpenSession shown(StoredSession session) {
        return new OpenSession(
                session.id(), session.userAgent(), session.begunAt(), session.lastUsedAt(), session.expiresAt());
    }

    @Override
    public void end(UserId user, String session) {
        Instant now = clock.instant();
        StoredSession own = sessions.find(session)
                .filter(found -> found.user().equals(user) && found.goesOn(now))
                .orElseThrow(DomainRejection::notFound);
        if (sessions.end(own.id(), now)) {
            SecurityLog.sessionEnded(own.id());
        }
    }

    /** An account that was created a moment ago may not have reached its read model yet. */
    private Optional<Account> account(UserId user) {
        return accounts.find(user).or(() -> readModels.awaitLatest(PATIENCE) ? accounts.find(user) : Optional.empty());
    }

    private static Account requireActive(Account account) {
        return switch (account.standing()) {
            case ACTIVE -> account;
            case SUSPENDED -> throw refused(account, "account_suspended", "This account is suspended.");
            case CLOSING -> throw refused(account, "account_closing", "This account is being closed.");
        };
    }

    private static DomainRejection refused(Account account, String code, String message) {
        SecurityLog.accountRefused(account.id(), code);
        return DomainRejection.forbidden(code, message);
    }

    private static DomainRejection invalidToken() {
        SecurityLog.refreshRefused();
        return DomainRejection.unauthenticated("refresh_token_invalid", "This session is over. Log in again.");
    }
}
