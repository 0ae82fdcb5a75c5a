package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.WebSettings;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.readmodel.Account;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/**
 * Issues access tokens as JWTs that are signed with ES256.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068, the profile for access tokens</a>
 */
@Component
public final class JwtAccessTokenIssuer implements AccessTokenIssuer {
    static final String AUDIENCE = "novacore";
    static final String TYPE = "at+jwt";
    static final String SESSION_CLAIM = "sid";
    static final String ROLES_CLAIM = "roles";

    private final WebSettings settings;
    private final SigningKeys keys;
    private final Clock clock;
    private final JwtEncoder encoder;

    public JwtAccessTokenIssuer(WebSettings settings, SigningKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        JWKSource<SecurityContext> signing = (selector, _) -> selector.select(new JWKSet(keys.current()));
        this.encoder = new NimbusJwtEncoder(signing);
    }

    @Override
    public AccessToken issue(Account account, String session) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(settings.issuer())
                .audience(List.of(AUDIENCE))
                .subject(account.id().value())
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(settings.accessTokenLifetime()))
                .claim(SESSION_CLAIM, session)
                .claim(ROLES_CLAIM, account.roles().stream().map(Enum::name).toList())
                .claim("tier", account.tier().name().toLowerCase(Locale.ROOT))
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256)
                .type(TYPE)
                .keyId(keys.current().getKeyID())
                .build();
        String value = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new AccessToken(value, settings.accessTokenLifetime());
    }
}
