package ai.novacore.adapters.web.security;

import ai.novacore.adapters.web.WebSettings;
import ai.novacore.domain.shared.Ids;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads access tokens: whether one is ours, and its time not over. */
final class AccessTokens {
    static final String EXPIRED = "token_expired";
    private static final OAuth2Error INVALID = new OAuth2Error("invalid_token");

    private AccessTokens() {}

    static JwtDecoder decoder(WebSettings settings, SigningKeys keys, Clock clock) {
        JWKSource<SecurityContext> verifying = (selector, _) -> selector.select(publicKeys(keys));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(verifying)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                // The type is checked by the validator below, which knows ours; the default knows "JWT" only.
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((_, _) -> {}))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(List.of(
                new JwtTypeValidator(JwtAccessTokenIssuer.TYPE),
                new JwtIssuerValidator(settings.issuer()),
                valid(jwt -> jwt.getAudience() != null && jwt.getAudience().contains(JwtAccessTokenIssuer.AUDIENCE)),
                valid(jwt -> jwt.getSubject() != null && Ids.isValid("usr_", jwt.getSubject())),
                valid(jwt -> jwt.getClaims().get(JwtAccessTokenIssuer.SESSION_CLAIM) instanceof String),
                jwt -> begun(jwt, clock.instant()),
                jwt -> notExpired(jwt, clock.instant()))));
        return decoder;
    }

    /** The public parts, which anybody may see. */
    static JWKSet publicKeys(SigningKeys keys) {
        return new JWKSet(
                keys.accepted().stream().<JWK>map(key -> key.toPublicJWK()).toList());
    }

    private static OAuth2TokenValidatorResult begun(Jwt jwt, Instant now) {
        Instant start = jwt.getNotBefore();
        return start == null || !now.isBefore(start)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(INVALID);
    }

    private static OAuth2TokenValidatorResult notExpired(Jwt jwt, Instant now) {
        Instant end = jwt.getExpiresAt();
        if (end == null) {
            return OAuth2TokenValidatorResult.failure(INVALID);
        }
        return now.isBefore(end)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(EXPIRED));
    }

    private static OAuth2TokenValidator<Jwt> valid(Predicate<Jwt> rule) {
        return jwt ->
                rule.test(jwt) ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(INVALID);
    }
}
