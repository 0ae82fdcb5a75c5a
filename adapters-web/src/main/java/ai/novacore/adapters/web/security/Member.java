package ai.novacore.adapters.web.security;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import java.security.Principal;

/**
 * The person behind a request: whose access token it is, and what they have now, not when the token was issued.
 *
 * @param session the session that the token belongs to; {@link #NO_SESSION} when a service acts for the person
 */
public record Member(UserId id, String session, Tier tier) implements Principal {
    /** No session has this name, and none is asked for. */
    public static final String NO_SESSION = "";

    /** Somebody for whom a service acts, with a token of its own. */
    static Member viaService(UserId id, Tier tier) {
        return new Member(id, NO_SESSION, tier);
    }

    @Override
    public String getName() {
        return id.value();
    }
}
