package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.problem.SecurityLog;
import ai.novacore.application.user.port.in.AccessQuery;
import ai.novacore.application.user.port.in.AccessQuery.Access;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.Objects;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Turns a token that is good by itself into somebody who may act: its session has to go on, and roles and tier are those
 * of this moment. So revocation, suspension and a change of roles hold from the next request on, not when the token ends.
 */
@Component
final class CurrentAccess implements Converter<Jwt, AbstractAuthenticationToken> {
    private final AccessQuery sessions;

    CurrentAccess(AccessQuery sessions) {
        this.sessions = sessions;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt jwt) {
        UserId user = new UserId(Objects.requireNonNull(jwt.getSubject()));
        String session = Objects.requireNonNull(jwt.getClaimAsString(JwtAccessTokenIssuer.SESSION_CLAIM));
        Access access = sessions.access(List.of(session)).get(session);
        if (access == null || !access.user().equals(user)) {
            throw new InvalidBearerTokenException("the session is over");
        }
        if (access.suspended()) {
            SecurityLog.suspended(user.value());
            throw new DisabledException("the account is suspended");
        }
        List<GrantedAuthority> authorities = access.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        return new JwtAuthenticationToken(jwt, new Member(user, session, access.tier()), authorities);
    }
}
