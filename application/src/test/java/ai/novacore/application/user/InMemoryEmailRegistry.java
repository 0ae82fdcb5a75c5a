package ai.novacore.application.user;

import ai.novacore.application.user.port.out.EmailRegistry;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses in memory; a claim is decided at once, because there are no transactions here. */
public final class InMemoryEmailRegistry implements EmailRegistry {
    private final Map<EmailAddress, UserId> owners = new ConcurrentHashMap<>();

    @Override
    public boolean claim(EmailAddress email, UserId user) {
        return owners.putIfAbsent(email, user) == null;
    }

    @Override
    public Optional<UserId> find(EmailAddress email) {
        return Optional.ofNullable(owners.get(email));
    }

    @Override
    public Optional<EmailAddress> addressOf(UserId user) {
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue().equals(user))
                .map(Map.Entry::getKey)
                .findAny();
    }

    @Override
    public void release(UserId user) {
        owners.values().removeIf(user::equals);
    }
}
