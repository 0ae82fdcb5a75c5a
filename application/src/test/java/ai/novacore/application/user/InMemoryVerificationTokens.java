package ai.novacore.application.user;

import ai.novacore.application.user.port.out.VerificationTokenStore;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Verification tokens in memory. */
public final class InMemoryVerificationTokens implements VerificationTokenStore {
    private final Map<TokenHash, UserId> owners = new ConcurrentHashMap<>();

    @Override
    public void add(TokenHash token, UserId user) {
        owners.put(token, user);
    }

    @Override
    public Optional<UserId> owner(TokenHash token) {
        return Optional.ofNullable(owners.get(token));
    }

    @Override
    public void remove(UserId user) {
        owners.values().removeIf(user::equals);
    }
}
