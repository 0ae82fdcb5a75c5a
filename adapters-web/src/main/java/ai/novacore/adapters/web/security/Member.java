package ai.novacore.adapters.web.security;

import ai.novacore.domain.shared.UserId;
import java.security.Principal;

/**
 * The person behind a request, by their access token.
 *
 * @param session the session that the token belongs to
 */
public record Member(UserId id, String session) implements Principal {
    @Override
    public String getName() {
        return id.value();
    }
}
