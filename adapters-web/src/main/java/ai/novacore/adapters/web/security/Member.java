package ai.novacore.adapters.web.security;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.security.Principal;

/**
 * The person behind a request: whose access token it is, and what they have now, not when the token was issued.
 *
 * @param session the session that the token belongs to
 */
public record Member(UserId id, String session, Tier tier) implements Principal {
    @Override
    public String getName() {
        return id.value();
    }
}
