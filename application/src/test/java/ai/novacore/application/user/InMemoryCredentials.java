package ai.novacore.application.user;

import ai.novacore.application.user.port.out.CredentialStore;
import ai.novacore.domain.shared.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Password hashes in memory. */
public final class InMemoryCredentials implements CredentialStore {
    private final Map<UserId, String> hashes = new ConcurrentHashMap<>();

    @Override
    public void save(UserId user, String passwordHash) {
        hashes.put(user, passwordHash);
    }

    @Override
    public void replace(UserId user, String passwordHash, String by) {
        hashes.replace(user, passwordHash, by);
    }

    @Override
    public Optional<String> find(UserId user) {
        return Optional.ofNullable(hashes.get(user));
    }

    @Override
    public void remove(UserId user) {
        hashes.remove(user);
    }
}
