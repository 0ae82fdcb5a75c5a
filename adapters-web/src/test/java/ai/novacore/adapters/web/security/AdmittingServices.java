package ai.novacore.adapters.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.FakeQuestions;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.Actor;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmittingServices {
    private static final Instant NOW = TestServer.NOW;
    private static final String NEW_SECRET = TestServer.SERVICE_SECRETS.getFirst();
    private static final String OLD_SECRET = TestServer.SERVICE_SECRETS.getLast();
    private static final String REFUSED = "403 service_token_invalid";

    /** A route for services. */
    enum Route {
        CHAT(ServiceScope.INTELLIGENCE),
        STREAM(ServiceScope.INTELLIGENCE),
        SEARCH(ServiceScope.MEMORY);

        private final ServiceScope scope;

        Route(ServiceScope scope) {
            this.scope = scope;
        }

        Reply call(String... headers) {
            return switch (this) {
                case CHAT -> Http.stranger().post("/internal/intelligence/chat", "{\"message\":\"Hi\"}", headers);
                case STREAM -> {
                    String[] more = Arrays.copyOf(headers, headers.length + 2);
                    more[headers.length] = "Accept";
                    more[headers.length + 1] = "text/event-stream";
                    yield Http.stranger().post("/internal/intelligence/chat", "{\"message\":\"Hi\"}", more);
                }
                case SEARCH -> Http.stranger().get("/internal/memory/search?q=bread", headers);
            };
        }

        Reply callForAnna(String token) {
            return call(ServiceTokens.HEADER, token, ActingForMember.HEADER, "usr_anna");
        }
    }

    static Stream<Arguments> everyRouteByEveryScope() {
        return Arrays.stream(Route.values())
                .flatMap(route -> EnumSet.allOf(ServiceScope.class).stream().map(scope -> Arguments.of(route, scope)));
    }

    @ParameterizedTest
    @MethodSource("everyRouteByEveryScope")
    void opensTheRoutesOfAScopeAndNoOthers(Route route, ServiceScope scope) {
        Reply reply = route.callForAnna(issued(scope));

        if (route.scope == scope) {
            assertThat(reply.status()).isEqualTo(200);
        } else {
            assertThat(reply.refusal()).isEqualTo(REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void opensWithOneOfSeveralScopes(Route route) {
        assertThat(route.callForAnna(issued(ServiceScope.WORKERS, route.scope)).status())
                .isEqualTo(200);
        assertThat(route.callForAnna(issued(ServiceScope.WORKERS, ServiceScope.POLICY))
                        .refusal())
                .isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void refusesWhoeverBringsNone(Route route) {
        assertThat(route.call(ActingForMember.HEADER, "usr_anna").refusal()).isEqualTo(REFUSED);
        assertThat(route.callForAnna("").refusal()).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void refusesAccessTokensInEitherHeader(Route route) {
        String access = TestServer.local().token(FakeAccounts.ANNA);

        assertThat(route.callForAnna(access).refusal()).isEqualTo(REFUSED);
        assertThat(route.call("Authorization", "Bearer " + access, ActingForMember.HEADER, "usr_anna")
                        .refusal())
                .isEqualTo(REFUSED);
        assertThat(route.call("Authorization", "Bearer " + issued(route.scope), ActingForMember.HEADER, "usr_anna")
                        .refusal())
                .isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void refusesBadTokens(Route route) {
        assertThat(route.callForAnna(signed(claims(route))).status()).isEqualTo(200);
        Stream.of(
                        signed(claims(route).expirationTime(Date.from(NOW))),
                        signed(claims(route).expirationTime(null)),
                        signed(claims(route).expirationTime(Date.from(NOW.plusSeconds(3_600)))),
                        signed(claims(route).notBeforeTime(Date.from(NOW.plusSeconds(60)))),
                        signed(claims(route).audience("novacore")),
                        signed(claims(route).audience((String) null)),
                        signed(claims(route).issuer("http://nova.test")),
                        signed(claims(route).issuer(null)),
                        signed(claims(route).claim("scope", null)),
                        signed(claims(route).claim("scope", route.scope.wire() + "-more")),
                        signed(claims(route).claim("scope", route.scope.name())),
                        new PlainJWT(claims(route).build()).serialize(),
                        signed(claims(route), JWSAlgorithm.HS256, mac("x".repeat(32))),
                        signed(claims(route), JWSAlgorithm.HS512, mac(NEW_SECRET.repeat(2))),
                        signed(claims(route), JWSAlgorithm.ES256, ec()),
                        "x",
                        "a.b.c",
                        "null")
                .forEach(token ->
                        assertThat(route.callForAnna(token).refusal()).as(token).isEqualTo(REFUSED));
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void takesTheSecretBeforeUntilItIsRemoved(Route route) {
        assertThat(route.callForAnna(signed(claims(route), JWSAlgorithm.HS256, mac(OLD_SECRET)))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void asksForWhomItActs(Route route) {
        String token = issued(route.scope);

        Reply missing = route.call(ServiceTokens.HEADER, token);
        assertThat(missing.refusal()).isEqualTo("400 invalid_request");
        assertThat(missing.json().at("/errors/0/field").asString()).isEqualTo("X-User-Id");
        for (String malformed : List.of("anna", "usr_", "usr_a/b", "usr_anna@example.org", "cnv_1")) {
            assertThat(route.call(ServiceTokens.HEADER, token, ActingForMember.HEADER, malformed)
                            .refusal())
                    .isEqualTo("400 invalid_request");
        }
        assertThat(callFor("usr_nobody", route)).isEqualTo("404 not_found");
        assertThat(callFor("usr_sven", route)).isEqualTo("403 account_suspended");
        assertThat(callFor("usr_cleo", route)).isEqualTo("403 account_closing");
    }

    @Test
    void actsAsThatMember() {
        FakeQuestions questions = TestServer.local().bean(FakeQuestions.class);
        questions.asked.clear();
        questions.correlations.clear();

        Reply reply = Http.stranger()
                .post(
                        "/internal/intelligence/chat",
                        "{\"message\":\"Hi\"}",
                        ServiceTokens.HEADER,
                        issued(ServiceScope.INTELLIGENCE),
                        ActingForMember.HEADER,
                        "usr_anna",
                        "X-Correlation-ID",
                        "from-a-service");

        assertThat(reply.json().path("reply").asString()).isEqualTo("Hello\n\nthere");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(questions.asked).allMatch(question -> question.user().equals(FakeAccounts.ANNA.id()));
        assertThat(questions.correlations)
                .containsExactly(new Correlation("from-a-service", Actor.member(FakeAccounts.ANNA.id())));
    }

    @Test
    void givesTheSameAnswersAsToTheMember() {
        assertThat(Route.SEARCH.callForAnna(issued(ServiceScope.MEMORY)).text())
                .isEqualTo(Http.anna().get("/api/memory/search?q=bread").text());
        assertThat(Route.STREAM.callForAnna(issued(ServiceScope.INTELLIGENCE)).text())
                .contains("event: meta", "event: done");
    }

    @Test
    void refusesBadInputAsToTheMember() {
        String token = issued(ServiceScope.INTELLIGENCE, ServiceScope.MEMORY);

        assertThat(Http.stranger()
                        .post(
                                "/internal/intelligence/chat",
                                "{}",
                                ServiceTokens.HEADER,
                                token,
                                ActingForMember.HEADER,
                                "usr_anna")
                        .refusal())
                .isEqualTo("400 invalid_request");
        assertThat(Http.stranger()
                        .post("/internal/intelligence/chat", " ".repeat(1_048_577), ServiceTokens.HEADER, token)
                        .refusal())
                .isEqualTo("413 payload_too_large");
        assertThat(Http.stranger()
                        .send(
                                "DELETE",
                                "/internal/memory/search",
                                BodyPublishers.noBody(),
                                ServiceTokens.HEADER,
                                token,
                                ActingForMember.HEADER,
                                "usr_anna")
                        .refusal())
                .isEqualTo("405 method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal", "/internal/nothing", "/internal/workers/nothing", "/internal/policy/nothing"})
    void tellsOnlyServicesThatSomethingIsNotThere(String path) {
        assertThat(Http.stranger().get(path).refusal()).isEqualTo(REFUSED);
        assertThat(Http.anna().get(path).refusal()).isEqualTo(REFUSED);
        assertThat(Http.stranger()
                        .get(path, ServiceTokens.HEADER, issued(ServiceScope.WORKERS, ServiceScope.POLICY))
                        .refusal())
                .isEqualTo("404 not_found");
    }

    @Test
    void opensNothingElse() {
        assertThat(Http.stranger()
                        .get("/auth/me", ServiceTokens.HEADER, issued(ServiceScope.ACCOUNTS))
                        .refusal())
                .isEqualTo("401 token_missing");
        assertThat(Http.withToken(issued(ServiceScope.ACCOUNTS)).get("/auth/me").refusal())
                .isEqualTo("401 token_invalid");
    }

    @Test
    void saysWhatATokenIsForAndHowLong() throws ParseException {
        MeterRegistry meters = TestServer.local().bean(MeterRegistry.class);
        double before = meters.counter("service.token.generation").count();

        SignedJWT token = SignedJWT.parse(issued(ServiceScope.WORKERS, ServiceScope.MEMORY));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(token.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("memory workers");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("novacore-internal");
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(300)));
        assertThat(meters.counter("service.token.generation").count()).isEqualTo(before + 1);
    }

    @Test
    void readsSecretsButNoShortOnes() {
        assertThat(ServiceSecrets.parse(" " + NEW_SECRET + " ,\n" + OLD_SECRET))
                .isEqualTo(new ServiceSecrets(List.of(NEW_SECRET, OLD_SECRET)))
                .hasToString("ServiceSecrets[2]");
        for (String bad : List.of("", " ", "short", NEW_SECRET + ",", NEW_SECRET + ",short", "x".repeat(31))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ServiceSecrets.parse(bad))
                    .withMessageNotContaining("short")
                    .withMessageContaining("32 bytes");
        }
    }

    private static String callFor(String member, Route route) {
        return route.call(ServiceTokens.HEADER, issued(route.scope), ActingForMember.HEADER, member)
                .refusal();
    }

    private static String issued(ServiceScope... scopes) {
        return TestServer.local().bean(ServiceTokens.class).issue(Set.of(scopes));
    }

    private static JWTClaimsSet.Builder claims(Route route) {
        return new JWTClaimsSet.Builder()
                .issuer("novacore")
                .audience("novacore-internal")
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .claim("scope", route.scope.wire());
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, JWSAlgorithm.HS256, mac(NEW_SECRET));
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner mac(String secret) {
        try {
            return new MACSigner(secret);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner ec() {
        try {
            return new ECDSASigner(TestServer.KEY);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
