package ai.novacore.adapters.web.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Issues the tokens by which services show each other who they are, and says which are good. Signed with HS256 only. */
public final class ServiceTokens {
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    public static final String HEADER = "X-Service-Token";
    static final String ISSUER = "novacore";
    static final String AUDIENCE = "novacore-internal";
    static final String SCOPE_CLAIM = "scope";

    private static final Logger LOG = LoggerFactory.getLogger(ServiceTokens.class);
    /** How far the clocks of two services may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Clock clock;
    private final Counter issued;
    private final JwtEncoder encoder;
    private final JwtDecoder decoder;

    public ServiceTokens(ServiceSecrets secrets, Clock clock, MeterRegistry registry) {
        this.clock = clock;
        this.issued = Counter.builder("service.token.generation")
                .description("service tokens that were issued")
                .register(registry);
        this.encoder = new NimbusJwtEncoder(
                new ImmutableSecret<>(bytes(secrets.values().getFirst())));
        this.decoder = decoder(secrets);
    }

    /** A new token, good for {@link #LIFETIME}. */
    public String issue(Set<ServiceScope> scopes) {
        String names = scopes.stream().map(ServiceScope::wire).sorted().collect(Collectors.joining(" "));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(AUDIENCE))
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .claim(SCOPE_CLAIM, names)
                .build();
        String token = encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
        issued.increment();
        LOG.info("A service token was issued for scope {}", names);
        return token;
    }

    /** Whether this is a token of ours, still good, for that scope. */
    public boolean admits(@Nullable String token, ServiceScope scope) {
        if (token == null) {
            return false;
        }
        try {
            String scopes = decoder.decode(token).getClaimAsString(SCOPE_CLAIM);
            return scopes != null && List.of(scopes.split(" ", -1)).contains(scope.wire());
        } catch (JwtException e) {
            return false;
        }
    }

    JwtDecoder decoder() {
        return decoder;
    }

    private JwtDecoder decoder(ServiceSecrets secrets) {
        List<JWK> keys = secrets.values().stream()
                .<JWK>map(secret -> new OctetSequenceKey.Builder(bytes(secret)).build())
                .toList();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, new ImmutableJWKSet<>(new JWKSet(keys))));
        // Claims are checked below, by the clock of the product.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        NimbusJwtDecoder nimbus = new NimbusJwtDecoder(processor);
        nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(new JwtIssuerValidator(ISSUER), jwt -> result(isForUs(jwt) && isOfNow(jwt)))));
        return nimbus;
    }

    private static boolean isForUs(Jwt jwt) {
        return jwt.getAudience() != null && jwt.getAudience().contains(AUDIENCE);
    }

    /** Whether its time is not over; nor may it be good for longer than ours are, whatever it says. */
    private boolean isOfNow(Jwt jwt) {
        Instant now = clock.instant();
        Instant end = jwt.getExpiresAt();
        Instant begin = jwt.getNotBefore();
        return end != null
                && now.isBefore(end)
                && end.isBefore(now.plus(LIFETIME).plus(SKEW))
                && (begin == null || begin.isBefore(now.plus(SKEW)));
    }

    private static OAuth2TokenValidatorResult result(boolean good) {
        return good
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }

    private static byte[] bytes(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
