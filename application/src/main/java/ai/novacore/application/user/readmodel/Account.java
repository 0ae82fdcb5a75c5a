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
 * @param standing whether they may log in and act
 */
public record Account(
        UserId id,
        String email,
        String displayName,
        @Nullable Instant emailVerifiedAt,
        Tier tier,
        List<Role> roles,
        Standing standing,
        Instant createdAt) {
    /** Whether a person may act. */
    public enum Standing {
        ACTIVE,
        /** Not until they are reinstated. */
        SUSPENDED,
        /** They asked to be erased, which is under way. */
        CLOSING
    }

    public Account {
        roles = List.copyOf(roles);
    }

    Account withTier(Tier newTier) {
        return new Account(id, email, displayName, emailVerifiedAt, newTier, roles, standing, createdAt);
    }

    Account withVerifiedEmail(String verified, Instant at) {
        return new Account(id, verified, displayName, at, tier, roles, standing, createdAt);
    }

    Account withRoles(List<Role> newRoles) {
        return new Account(id, email, displayName, emailVerifiedAt, tier, newRoles, standing, createdAt);
    }

    Account withDisplayName(String name) {
        return new Account(id, email, name, emailVerifiedAt, tier, roles, standing, createdAt);
    }

    Account withStanding(Standing now) {
        return new Account(id, email, displayName, emailVerifiedAt, tier, roles, now, createdAt);
    }
}
