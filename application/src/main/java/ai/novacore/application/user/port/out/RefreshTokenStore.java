package ai.novacore.application.user.port.out;

import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps refresh tokens by their hash. All tokens that follow from one log-in are a family, the session; each may be used
 * once.
 */
public interface RefreshTokenStore {

    /**
     * A token as it is kept.
     *
     * @param session the family
     * @param used whether another has taken its place
     * @param revoked whether the session was ended
     */
    record StoredToken(UserId user, String session, Instant expiresAt, boolean used, boolean revoked) {}

    void add(TokenHash token, UserId user, String session, Instant issuedAt, Instant expiresAt);

    Optional<StoredToken> find(TokenHash token);

    /**
     * Marks a token as used; of several who try at the same time, one succeeds.
     *
     * @return whether this call did it; false also when it is unknown, used or revoked
     */
    boolean use(TokenHash token, Instant now);

    /** Ends a session: none of its tokens is good any more. */
    void revokeSession(String session, Instant now);
}
