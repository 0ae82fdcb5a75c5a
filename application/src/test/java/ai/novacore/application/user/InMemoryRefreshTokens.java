package ai.novacore.application.user;

import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.domain.user.TokenHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Refresh tokens in memory. */
public final class InMemoryRefreshTokens implements RefreshTokenStore {
    private final Map<TokenHash, StoredToken> tokens = new HashMap<>();

    @Override
    public synchronized void add(TokenHash token, String session, Instant expiresAt) {
        tokens.put(token, new StoredToken(session, expiresAt, null));
    }

    @Override
    public synchronized Optional<StoredToken> find(TokenHash token) {
        return Optional.ofNullable(tokens.get(token));
    }

    @Override
    public synchronized boolean use(TokenHash token, Instant now) {
        StoredToken found = tokens.get(token);
        if (found == null || found.usedAt() != null) {
            return false;
        }
        tokens.put(token, new StoredToken(found.session(), found.expiresAt(), now));
        return true;
    }

    /** Everything that is kept, as text. */
    @Override
    public synchronized String toString() {
        return tokens.toString();
    }
}
