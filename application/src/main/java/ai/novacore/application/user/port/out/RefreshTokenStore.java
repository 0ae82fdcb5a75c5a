package ai.novacore.application.user.port.out;

import ai.novacore.domain.user.TokenHash;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps refresh tokens by their hash. All tokens of a session are a family; each may be used once. */
public interface RefreshTokenStore {

    /**
     * A token as it is kept.
     *
     * @param session the family
     * @param usedAt when another took its place; absent while none has
     */
    record StoredToken(
            String session, Instant expiresAt, @Nullable Instant usedAt) {}

    /** Adds a token to a session that {@link SessionStore} keeps. */
    void add(TokenHash token, String session, Instant expiresAt);

    Optional<StoredToken> find(TokenHash token);

    /**
     * Marks a token as used; of several who try at the same time, one succeeds.
     *
     * @return whether this call did it; false also when it is unknown
     */
    boolean use(TokenHash token, Instant now);
}
