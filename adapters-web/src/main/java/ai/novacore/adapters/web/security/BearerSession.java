package ai.novacore.adapters.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

/** The session that an access token names, on open routes, where nobody asks for one: logging out ends it, too. */
@Component
public final class BearerSession {
    private final DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
    private final JwtDecoder decoder;

    BearerSession(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    /** Absent when there is no token, or none that is good. */
    public Optional<String> session(HttpServletRequest request) {
        try {
            return Optional.ofNullable(header.resolve(request))
                    .map(token -> decoder.decode(token).getClaimAsString(JwtAccessTokenIssuer.SESSION_CLAIM));
        } catch (JwtException | AuthenticationException notGood) {
            return Optional.empty();
        }
    }
}
