package ai.novacore.adapters.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.user.port.in.SessionUseCase.Client;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KeepingASession {
    private static final String LOGIN = "{\"email\":\"anna@example.org\",\"password\":\"right\"}";
    private static final String LOGIN_WITH_COOKIE =
            "{\"email\":\"anna@example.org\",\"password\":\"right\",\"session\":\"cookie\"}";

    @Test
    void logsIn() {
        Reply reply = Http.stranger().post("/auth/login", LOGIN);

        JsonNode session = reply.json();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(session.propertyNames())
                .containsExactlyInAnyOrder("accessToken", "tokenType", "expiresIn", "refreshToken", "user");
        assertThat(session.path("tokenType").asString()).isEqualTo("Bearer");
        assertThat(session.path("expiresIn").asInt()).isEqualTo(900);
        assertThat(session.path("refreshToken").asString()).isEqualTo("refresh-2");
        assertThat(session.path("user").toString())
                .isEqualTo("{\"id\":\"usr_anna\",\"email\":\"anna@example.org\",\"displayName\":\"Anna\","
                        + "\"emailVerified\":false,\"emailVerifiedAt\":null,\"tier\":\"basic\","
                        + "\"roles\":[\"MEMBER\",\"SUPPORT\"],\"createdAt\":\"2026-02-01T08:00:00Z\"}");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void isKnownByTheTokenItGave() {
        String token = Http.stranger()
                .post("/auth/login", LOGIN)
                .json()
                .path("accessToken")
                .asString();

        assertThat(Http.withToken(token).get("/auth/me").json().path("id").asString())
                .isEqualTo("usr_anna");
    }

    @Test
    void keepsTheRefreshTokenInACookieWhenAsked() {
        Reply reply = Http.stranger().post("/auth/login", LOGIN_WITH_COOKIE);

        assertThat(reply.json().has("refreshToken")).isFalse();
        assertThat(reply.header("Set-Cookie"))
                .startsWith("nova_refresh=refresh-2; Path=/; Max-Age=2592000;")
                .contains("; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Secure");
    }

    @Test
    void endsTheSessionOfTheCookieThatANewOneReplaces() {
        FakeAccounts accounts = TestServer.local().bean(FakeAccounts.class);
        accounts.loggedOut.clear();

        Http.stranger().post("/auth/login", LOGIN, "Cookie", "nova_refresh=kept");
        assertThat(accounts.loggedOut).isEmpty();
        Http.stranger().post("/auth/login", LOGIN_WITH_COOKIE, "Cookie", "nova_refresh=before");
        assertThat(accounts.loggedOut).containsExactly("before");
    }

    @Test
    void marksTheCookieSecureBehindHttps() {
        assertThat(Http.strangerInProduction()
                        .post("/auth/login", LOGIN_WITH_COOKIE)
                        .header("Set-Cookie"))
                .startsWith("__Host-nova_refresh=refresh-2; Path=/;")
                .contains("; Secure; HttpOnly; SameSite=Strict");
    }

    @Test
    void refusesAnUnknownKindOfSession() {
        Reply reply = Http.stranger()
                .post("/auth/login", "{\"email\":\"a@example.org\",\"password\":\"right\",\"session\":\"x\"}");

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("session");
    }

    @Test
    void refreshesByTheBody() {
        Reply reply = Http.stranger().post("/auth/refresh", "{\"refreshToken\":\"refresh-1\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("refreshToken").asString()).isEqualTo("refresh-2");
    }

    @Test
    void refreshesByTheCookie() {
        Reply reply = refreshWithCookie();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().has("refreshToken")).isFalse();
        assertThat(reply.header("Set-Cookie")).startsWith("nova_refresh=refresh-2;");
    }

    @Test
    void doesNotReadTheCookieForOtherSites() {
        assertThat(refreshWithCookie("Sec-Fetch-Site", "cross-site").refusal()).isEqualTo("400 invalid_request");
    }

    @Test
    void saysWhichTokenIsMissing() {
        Reply reply = Http.stranger().post("/auth/refresh");

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("refreshToken");
    }

    @Test
    void refreshesInSpiteOfAStaleAccessToken() {
        Reply reply = Http.withToken("stale").post("/auth/refresh", "{\"refreshToken\":\"refresh-1\"}");

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void logsOutAndForgetsTheCookie() {
        FakeAccounts accounts = TestServer.local().bean(FakeAccounts.class);
        accounts.loggedOut.clear();

        Reply reply = Http.stranger().post("/auth/logout", "{\"refreshToken\":\"one\"}", "Cookie", "nova_refresh=two");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Set-Cookie")).startsWith("nova_refresh=; Path=/; Max-Age=0;");
        assertThat(accounts.loggedOut).containsExactly("one", "two");
    }

    @Test
    void endsTheSessionOfTheAccessTokenAsWell() {
        FakeAccounts accounts = TestServer.local().bean(FakeAccounts.class);
        accounts.ended.clear();

        assertThat(Http.anna().post("/auth/logout").status()).isEqualTo(204);
        assertThat(Http.withToken("stale").post("/auth/logout").status()).isEqualTo(204);

        assertThat(accounts.ended).containsExactly("ses-1");
    }

    @Test
    void tellsWhereAttemptsComeFromAsATrustedProxySaysIt() {
        FakeAccounts accounts = TestServer.local().bean(FakeAccounts.class);
        Http.stranger().post("/auth/login", LOGIN, "X-Forwarded-For", "203.0.113.9", "User-Agent", "Lynx");

        assertThat(accounts.clients.getLast()).isEqualTo(new Client("203.0.113.9", "Lynx"));
    }

    @Test
    void listsSessionsAndMarksTheOneThatAsks() {
        Reply reply = Http.anna().get("/auth/sessions");

        assertThat(reply.json().toString())
                .isEqualTo("{\"items\":[{\"id\":\"ses-1\",\"userAgent\":\"Firefox\","
                        + "\"createdAt\":\"2026-02-01T08:00:00Z\",\"lastUsedAt\":\"2026-03-01T12:00:00Z\","
                        + "\"expiresAt\":\"2026-03-01T12:01:00Z\",\"current\":true},"
                        + "{\"id\":\"ses_2\",\"userAgent\":\"\",\"createdAt\":\"2026-02-01T08:00:00Z\","
                        + "\"lastUsedAt\":\"2026-02-01T08:00:00Z\",\"expiresAt\":\"2026-03-01T12:00:30Z\","
                        + "\"current\":false}]}");
    }

    @Test
    void endsOneSession() {
        assertThat(delete("/auth/sessions/ses_2").status()).isEqualTo(204);
        assertThat(delete("/auth/sessions/ses_3").refusal()).isEqualTo("404 not_found");
        assertThat(delete("/auth/sessions/x%20y").refusal()).isEqualTo("404 not_found");
    }

    private static Reply delete(String path) {
        return Http.anna().send("DELETE", path, BodyPublishers.noBody());
    }

    @Test
    void logsOutWhoeverIsNotLoggedIn() {
        assertThat(Http.stranger().post("/auth/logout").status()).isEqualTo(204);
    }

    private static Reply refreshWithCookie(String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Cookie";
        all[1] = "nova_refresh=refresh-1";
        return Http.stranger().send("POST", "/auth/refresh", BodyPublishers.noBody(), all);
    }
}
