package ai.novacore.application.user;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.user.port.in.SessionUseCase.Session;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.application.user.port.out.SessionStore;
import ai.novacore.application.user.port.out.SessionStore.StoredSession;
import ai.novacore.application.user.readmodel.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Begins sessions and renews their tokens; a session is over when its tokens were not renewed for 30 days. */
public final class SessionTokens {
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final int LONGEST_USER_AGENT = 200;

    private final SessionStore sessions;
    private final RefreshTokenStore tokens;
    private final AccessTokenIssuer accessTokens;
    private final SecretTokens secrets;
    private final IdGenerator ids;
    private final Clock clock;

    public SessionTokens(
            SessionStore sessions,
            RefreshTokenStore tokens,
            AccessTokenIssuer accessTokens,
            SecretTokens secrets,
            IdGenerator ids,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.accessTokens = accessTokens;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    Session begin(Account account, String userAgent) {
        Instant now = clock.instant();
        String id = ids.next("ses_");
        String shown = userAgent.substring(0, Math.min(LONGEST_USER_AGENT, userAgent.length()));
        sessions.begin(new StoredSession(id, account.id(), shown, now, now, now.plus(LIFETIME), null));
        return issue(account, id, now);
    }

    /** Renews the tokens of a session, in the transaction of the caller. */
    Session renew(Account account, String session) {
        Instant now = clock.instant();
        sessions.extend(session, now, now.plus(LIFETIME));
        return issue(account, session, now);
    }

    private Session issue(Account account, String session, Instant now) {
        String secret = secrets.next();
        tokens.add(SecretTokens.hash(secret), session, now.plus(LIFETIME));
        return new Session(account, accessTokens.issue(account, session), secret);
    }
}
