package ai.novacore.application.user.readmodel;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's account, as they see it.
 *
 * @param emailVerifiedAt absent until the address is verified
 * @param suspended whether logging in is refused
 */
public record Account(
        UserId id,
        String email,
        String displayName,
        @Nullable Instant emailVerifiedAt,
        Tier tier,
        List<Role> roles,
        boolean suspended,
        Instant createdAt) {
    public Account {
        roles = List.copyOf(roles);
    }

    Account withTier(Tier newTier) {
        return new Account(id, email, displayName, emailVerifiedAt, newTier, roles, suspended, createdAt);
    }

    Account withVerifiedEmail(String verified, Instant at) {
        return new Account(id, verified, displayName, at, tier, roles, suspended, createdAt);
    }

    Account withRoles(List<Role> newRoles) {
        return new Account(id, email, displayName, emailVerifiedAt, tier, newRoles, suspended, createdAt);
    }

    Account withDisplayName(String name) {
        return new Account(id, email, name, emailVerifiedAt, tier, roles, suspended, createdAt);
    }

    Account withSuspended(boolean now) {
        return new Account(id, email, displayName, emailVerifiedAt, tier, roles, now, createdAt);
    }
}
