package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.user.AccessTokenIssuerContract;
import ai.novacore.application.user.port.out.AccessTokenIssuer;
import ai.novacore.application.user.port.out.AccessTokenIssuer.AccessToken;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class IssuingAccessTokens extends AccessTokenIssuerContract {
    private final AccessTokenIssuer issuer = TestServer.local().bean(AccessTokenIssuer.class);

    @Override
    protected AccessTokenIssuer issuer() {
        return issuer;
    }

    @Override
    protected Optional<Content> read(String token) {
        try {
            Jwt jwt = TestServer.local().bean(JwtDecoder.class).decode(token);
            return Optional.of(new Content(
                    Objects.requireNonNull(jwt.getSubject()),
                    Objects.requireNonNull(jwt.getClaimAsString(JwtAccessTokenIssuer.SESSION_CLAIM)),
                    Objects.requireNonNull(jwt.getClaimAsStringList(JwtAccessTokenIssuer.ROLES_CLAIM))));
        } catch (JwtException notGood) {
            return Optional.empty();
        }
    }

    @Test
    void saysWhoItIsForAndHowLong() throws ParseException {
        AccessToken token = issuer.issue(FakeAccounts.ANNA, "ses-7");

        SignedJWT jwt = SignedJWT.parse(token.value());
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(jwt.getHeader().getKeyID()).isEqualTo("key-1");
        assertThat(claims.getIssuer()).isEqualTo("http://nova.test");
        assertThat(claims.getAudience()).containsExactly("novacore");
        assertThat(claims.getSubject()).isEqualTo("usr_anna");
        assertThat(claims.getStringClaim("sid")).isEqualTo("ses-7");
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("MEMBER", "SUPPORT"));
        assertThat(claims.getStringClaim("tier")).isEqualTo("basic");
        assertThat(claims.getIssueTime()).isEqualTo(TestServer.NOW);
        assertThat(claims.getExpirationTime()).isEqualTo(TestServer.NOW.plus(Duration.ofMinutes(15)));
        assertThat(token.lifetime()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void neverIssuesTheSameTwice() throws ParseException {
        assertThat(id(issuer.issue(FakeAccounts.ANNA, "ses-7")))
                .isNotEqualTo(id(issuer.issue(FakeAccounts.ANNA, "ses-7")));
    }

    @Test
    void canBeCheckedWithThePublishedKeysWhichHoldNothingSecret() throws ParseException, JOSEException {
        JWKSet published =
                JWKSet.parse(Http.stranger().get("/.well-known/jwks.json").text());

        SignedJWT jwt = SignedJWT.parse(issuer.issue(FakeAccounts.ANNA, "ses-7").value());
        assertThat(jwt.verify(new ECDSAVerifier(published.getKeyByKeyId("key-1").toECKey())))
                .isTrue();
        assertThat(published.getKeys()).allMatch(key -> !key.isPrivate());
    }

    private static String id(AccessToken token) throws ParseException {
        return SignedJWT.parse(token.value()).getJWTClaimsSet().getJWTID();
    }
}
