package ai.novacore.application.user.port.in;

import ai.novacore.application.user.port.out.AccessTokenIssuer.AccessToken;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.List;

/** Logs people in, keeps them in, and out. */
public interface SessionUseCase {

    /**
     * A session that goes on.
     *
     * @param refreshToken good for one refresh
     */
    record Session(Account account, AccessToken accessToken, String refreshToken) {
        /** Never shows the tokens. */
        @Override
        public String toString() {
            return "Session[" + account.id() + "]";
        }
    }

    /**
     * Where a request comes from.
     *
     * @param address the network address, in a form by which attempts are counted
     * @param userAgent what the browser or client calls itself; may be empty
     */
    record Client(String address, String userAgent) {}

    /** A session as its owner sees it. */
    record OpenSession(String id, String userAgent, Instant begunAt, Instant lastUsedAt, Instant expiresAt) {}

    /**
     * Begins a session.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code invalid_credentials}, the same for an unknown address and
     *     a wrong password; {@code login_throttled} after 5 failures in 15 minutes, counted for the account and for the
     *     address of the client; {@code account_suspended}, only with the right password
     */
    Session logIn(String email, String password, Client client);

    /**
     * Exchanges a refresh token for a new one. A token that was exchanged within the last 10 seconds is exchanged once
     * more, because its answer may have been lost.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code refresh_token_invalid}, or {@code refresh_token_reused}
     *     when it was exchanged before that, which ends the session
     */
    Session refresh(String refreshToken);

    /** Ends the session of a refresh token; nothing to do when it is unknown. */
    void logOut(String refreshToken);

    /** Ends a session by its id; nothing to do when it is unknown. */
    void endSession(String session);

    /** The sessions of a person that go on, the one that was used last first. */
    List<OpenSession> open(UserId user);

    /**
     * Ends one of a person's sessions.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code not_found}, also for a session of somebody else
     */
    void end(UserId user, String session);
}
