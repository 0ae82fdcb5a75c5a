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
}
