package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.out.IdempotencyKeys;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys in memory. */
public final class InMemoryIdempotencyKeys implements IdempotencyKeys {
    private final Map<Place, Claim> claims = new HashMap<>();

    private record Place(UserId user, String key) {}

    private record Claim(Use use, Instant at) {}

    @Override
    public synchronized Optional<Use> find(UserId user, String key) {
        return Optional.ofNullable(claims.get(new Place(user, key))).map(Claim::use);
    }

    @Override
    public synchronized Optional<Use> claim(UserId user, String key, Use use, Instant at) {
        return Optional.ofNullable(claims.putIfAbsent(new Place(user, key), new Claim(use, at)))
                .map(Claim::use);
    }

    @Override
    public synchronized void forgetBefore(Instant moment) {
        claims.values().removeIf(claim -> claim.at().isBefore(moment));
    }

    @Override
    public synchronized void removeAll(UserId user) {
        claims.keySet().removeIf(place -> place.user().equals(user));
    }
}
