package ai.novacore.application.user;

import ai.novacore.application.user.port.out.PasswordResetStore;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.TokenHash;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens for new passwords, in memory. */
public final class InMemoryPasswordResets implements PasswordResetStore {
    private final Map<TokenHash, PasswordReset> resets = new ConcurrentHashMap<>();

    @Override
    public void replace(TokenHash token, PasswordReset reset) {
        remove(reset.user());
        resets.put(token, reset);
    }

    @Override
    public Optional<PasswordReset> find(TokenHash token) {
        return Optional.ofNullable(resets.get(token));
    }

    @Override
    public boolean use(TokenHash token) {
        return resets.remove(token) != null;
    }

    @Override
    public void remove(UserId user) {
        resets.values().removeIf(reset -> reset.user().equals(user));
    }
}
