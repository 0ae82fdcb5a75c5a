package ai.novacore.application.user;

import ai.novacore.application.user.port.out.RefreshTokenStore;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Refresh tokens in memory. */
public final class InMemoryRefreshTokens implements RefreshTokenStore {
    private final Map<TokenHash, StoredToken> tokens = new HashMap<>();

    @Override
    public synchronized void add(TokenHash token, UserId user, String session, Instant issuedAt, Instant expiresAt) {
        tokens.put(token, new StoredToken(user, session, expiresAt, false, false));
    }

    @Override
    public synchronized Optional<StoredToken> find(TokenHash token) {
        return Optional.ofNullable(tokens.get(token));
    }

    @Override
    public synchronized boolean use(TokenHash token, Instant now) {
        StoredToken found = tokens.get(token);
        if (found == null || found.used() || found.revoked()) {
            return false;
        }
        tokens.put(token, new StoredToken(found.user(), found.session(), found.expiresAt(), true, false));
        return true;
    }

    @Override
    public synchronized void revokeSession(String session, Instant now) {
        tokens.replaceAll((hash, token) -> token.session().equals(session)
                ? new StoredToken(token.user(), session, token.expiresAt(), token.used(), true)
                : token);
    }
}
