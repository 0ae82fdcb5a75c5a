package ai.novacore.application.user.port.in;

import ai.novacore.application.user.port.out.AccessTokenIssuer.AccessToken;
import ai.novacore.application.user.readmodel.Account;

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
     * Begins a session.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code invalid_credentials}, the same for an unknown address and
     *     a wrong password
     */
    Session logIn(String email, String password);

    /**
     * Exchanges a refresh token for a new one.
     *
     * @throws ai.novacore.domain.shared.DomainRejection {@code refresh_token_invalid}, or {@code refresh_token_reused}
     *     when it was used before, which ends the session
     */
    Session refresh(String refreshToken);

    /** Ends the session of a refresh token; nothing to do when it is unknown. */
    void logOut(String refreshToken);
}
