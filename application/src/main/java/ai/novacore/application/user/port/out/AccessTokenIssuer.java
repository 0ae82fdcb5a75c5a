package ai.novacore.application.user.port.out;

import ai.novacore.application.user.readmodel.Account;
import java.time.Duration;

/** Issues the signed tokens that requests are made with. */
public interface AccessTokenIssuer {

    /** A token and how long it is good for. */
    record AccessToken(String value, Duration lifetime) {
        /** Never shows the token. */
        @Override
        public String toString() {
            return "AccessToken[" + lifetime + "]";
        }
    }

    /**
     * @param session the session that the token belongs to, so that it can be ended with it
     */
    AccessToken issue(Account account, String session);
}
