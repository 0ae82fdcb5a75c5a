package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failure case 2, and the checklist's corpus of tokens. */
class RefusingBadTokens {
    private static final Instant NOW = TestServer.NOW;

    @Test
    void takesAGoodOne() {
        assertThat(me(signed(claims().build())).status()).isEqualTo(200);
    }

    @Test
    void refusesTheTokenOfASessionThatIsOver() {
        String token = signed(claims().claim("sid", "ses-over").build());
        assertThat(me(token).status()).isEqualTo(200);

        TestServer.local().bean(FakeAccounts.class).over.add("ses-over");

        refuses(token);
    }

    @Test
    void refusesTheTokenOfSomebodyElsesSession() {
        refuses(signed(claims().subject("usr_bea").build()));
    }

    @Test
    void asksForOneWhereThereIsNone() {
        Reply reply = Http.stranger().get("/auth/me");

        assertThat(reply.refusal()).isEqualTo("401 token_missing");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.header("X-Correlation-ID")).isNotEmpty();
    }

    @Test
    void tellsAnExpiredOne() {
        Reply reply = me(signed(claims().expirationTime(Date.from(NOW)).build()));

        assertThat(reply.refusal()).isEqualTo("401 token_expired");
        assertThat(reply.json().path("title").asString()).isEqualTo("Token expired");
        assertThat(reply.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void doesNotInviteToRefreshWhatIsWrongAnyway() {
        refuses(signed(claims().expirationTime(Date.from(NOW.minusSeconds(60)))
                .issuer("https://evil.example")
                .build()));
    }

    @Test
    void refusesWrongClaims() {
        refuses(signed(claims().audience("someone-else").build()));
        refuses(signed(claims().audience((String) null).build()));
        refuses(signed(claims().issuer("https://evil.example").build()));
        refuses(signed(claims().issuer(null).build()));
        refuses(signed(claims().expirationTime(null).build()));
        refuses(signed(claims().subject(null).build()));
        refuses(signed(claims().subject("cnv_1").build()));
        refuses(signed(claims().subject("usr_../x").build()));
        refuses(signed(claims().claim("sid", null).build()));
        refuses(signed(claims().claim("sid", 5).build()));
    }

    @Test
    void refusesTokensWhoseTimeHasNotCome() {
        refuses(signed(claims().notBeforeTime(Date.from(NOW.plusSeconds(1))).build()));
        assertThat(me(signed(claims().notBeforeTime(Date.from(NOW)).build())).status())
                .isEqualTo(200);
    }

    @Test
    void refusesARefreshTokenInPlaceOfAnAccessToken() {
        refuses(Http.stranger()
                .post("/auth/login", "{\"email\":\"anna@example.org\",\"password\":\"right\"}")
                .json()
                .path("refreshToken")
                .asString());
    }

    @Test
    void refusesOtherTypesOfToken() {
        refuses(signed(header(JOSEObjectType.JWT, "key-1"), TestServer.KEY, claims().build()));
        refuses(signed(header(new JOSEObjectType("refresh+jwt"), "key-1"), TestServer.KEY, claims().build()));
    }

    @Test
    void refusesForeignKeys() {
        ECKey foreign = TestServer.newKey("key-1");
        refuses(signed(header(type(), "key-1"), foreign, claims().build()));
        refuses(signed(header(type(), "key-2"), foreign, claims().build()));
        refuses(signed(header(type(), "../../key"), foreign, claims().build()));
    }

    @Test
    void refusesTheKeyThatATokenBringsAlong() {
        ECKey foreign = TestServer.newKey("key-9");
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type())
                .keyID("key-9")
                .jwk(foreign.toPublicJWK())
                .build();
        refuses(signed(header, foreign, claims().build()));
    }

    @Test
    void fetchesNoKeyFromWhereATokenPoints() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(1);
            ECKey foreign = TestServer.newKey("key-9");
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(type())
                    .keyID("key-9")
                    .jwkURL(URI.create("http://localhost:" + elsewhere.getLocalPort() + "/jwks.json"))
                    .x509CertURL(URI.create("http://localhost:" + elsewhere.getLocalPort() + "/cert.pem"))
                    .build();
            refuses(signed(header, foreign, claims().build()));

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(elsewhere::accept);
        }
    }

    @Test
    void refusesUnsignedTokens() {
        refuses(new PlainJWT(claims().build()).serialize());
        String good = signed(claims().build());
        refuses(good.substring(0, good.lastIndexOf('.') + 1));
        refuses(good.substring(0, good.lastIndexOf('.')));
        refuses(good.substring(0, good.length() - 2));
    }

    @Test
    void refusesThePublicKeyAsSecret() throws JOSEException {
        for (byte[] secret : new byte[][] {
            TestServer.KEY.toPublicJWK().toECPublicKey().getEncoded(),
            TestServer.KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)
        }) {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(type())
                            .keyID("key-1")
                            .build(),
                    claims().build());
            token.sign(new MACSigner(secret));
            refuses(token.serialize());
        }
    }

    @Test
    void refusesChangedTokens() {
        String[] parts = signed(claims().build()).split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("usr_anna", "usr_bennn");
        refuses(parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "a.b.c", "....", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJFUzI1NiJ9.e30.AAAA", "null", "%00"
            })
    void refusesGarbage(String garbage) {
        refuses(garbage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "bearer x y z"})
    void refusesBrokenHeaders(String header) {
        Reply reply = Http.stranger().get("/auth/me", "Authorization", header);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void doesNotReadTokensFromTheAddress() {
        String token = signed(claims().build());

        assertThat(Http.stranger().get("/auth/me?access_token=" + token).refusal())
                .isEqualTo("401 token_missing");
    }

    private static void refuses(String token) {
        FakeAccounts accounts = TestServer.local().bean(FakeAccounts.class);
        int reached = accounts.correlations.size();
        Reply reply = me(token);
        assertThat(reply.refusal()).isEqualTo("401 token_invalid");
        assertThat(accounts.correlations)
                .as("requests that reached the controller")
                .hasSize(reached);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    private static Reply me(String token) {
        return Http.withToken(token).get("/auth/me");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("http://nova.test")
                .audience("novacore")
                .subject("usr_anna")
                .claim("sid", "ses-1")
                .issueTime(Date.from(NOW.minusSeconds(900)))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private static JOSEObjectType type() {
        return new JOSEObjectType("at+jwt");
    }

    private static JWSHeader header(JOSEObjectType type, String key) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(key).build();
    }

    private static String signed(JWTClaimsSet claims) {
        return signed(header(type(), "key-1"), TestServer.KEY, claims);
    }

    private static String signed(JWSHeader header, ECKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
