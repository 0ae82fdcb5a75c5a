package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.bootstrap.Caller.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What people typed and what they were handed stands in no log, whatever they do and whatever goes wrong; checklist 10.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeepingSecretsOutOfLogs {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "lettuce bicycle canary-7319";
    private static final String RESET = "walnut umbrella canary-7319";
    private static final String NEXT = "gravel trumpet canary-7319";
    private static final String WRONG = "no such password canary-7319";
    private static final String EMAIL = "ada-canary-7319@example.org";
    private static final String BOSS = "boss-canary-7319@example.org";
    private static final String GUEST = "guest-canary-7319@example.org";
    private static final String NOBODY = "nobody-canary-7319@example.org";
    private static final String NAME = "Canaria Vogelsang";
    private static final String MESSAGE = "My doctor says canaries sing at dawn";
    private static final String MEMORY = "The spare key lies under the canary cage";
    private static final String REASON = "Was rude to the canary";
    private static final String MADE_UP = "madeUpTokenOfACanary7319madeUpTokenOfACanary";
    private static final List<String> TYPED = List.of(
            PASSWORD, RESET, NEXT, WRONG, EMAIL, BOSS, GUEST, NOBODY, NAME, MESSAGE, MEMORY, REASON, MADE_UP, "canary");
    private static final Pattern COOKIE = Pattern.compile("nova_refresh=([^;]+)");

    private final CapturedLogs logs = new CapturedLogs();
    private final TestDatabase database = TestDatabase.fresh();
    private final Product product = Product.startOn(database, "--nova.admin-email=" + BOSS, CapturedLogs.DETAILED);
    private final Caller nobody = product.caller();
    private final Set<String> handedOut = new ConcurrentSkipListSet<>();

    @AfterAll
    void stop() {
        product.close();
        database.close();
        logs.close();
    }

    @Test
    void whateverPeopleDo() throws InterruptedException {
        registerAndVerify();
        beginAndEndSessions();
        sendWhatCannotBeRead();
        String accessToken = changePasswords();
        chatAndRemember(nobody.bearing(accessToken));
        administer();
        callAsAService(nobody.bearing(accessToken));
        leave(nobody.bearing(accessToken));

        assertThat(handedOut).hasSizeGreaterThan(15);
        assertThat(CapturedLogs.lines(product.data()))
                .anyMatch(line -> line.contains("\"DEBUG\""))
                .anyMatch(line -> line.contains("password_changed"));
        assertThat(found()).isEmpty();

        // It would be found there.
        String token = handedOut.iterator().next();
        LoggerFactory.getLogger("ai.novacore.planted").debug("A planted {}", token);
        System.err.println("A planted " + GUEST);
        assertThat(found()).contains(token, GUEST);
    }

    private void registerAndVerify() {
        String registration = fields("email", EMAIL, "password", PASSWORD, "displayName", NAME);
        assertThat(post(nobody, "/auth/register", registration).status()).isEqualTo(202);
        assertThat(post(nobody, "/auth/register", registration).status()).isEqualTo(202);
        post(nobody, "/auth/register", fields("email", EMAIL, "password", EMAIL, "displayName", NAME));
        String first = mailed(EMAIL, "/verify-email?token=");
        Caller ada = logIn(EMAIL, PASSWORD);
        assertThat(post(ada, "/auth/resend-verification", "{}").status()).isEqualTo(202);
        String token = await().atMost(PATIENCE)
                .until(() -> mailed(EMAIL, "/verify-email?token="), newest -> !newest.equals(first));
        assertThat(nobody.get("/auth/verify-email?token=" + MADE_UP).status()).isEqualTo(400);
        assertThat(nobody.get("/auth/verify-email?token=" + token).status()).isEqualTo(200);
        assertThat(nobody.get("/auth/verify-email?token=" + token).status()).isEqualTo(400);
        assertThat(post(ada, "/auth/resend-verification", "{}").status()).isEqualTo(409);
    }

    private void beginAndEndSessions() {
        assertThat(post(nobody, "/auth/login", fields("email", EMAIL, "password", WRONG))
                        .status())
                .isEqualTo(401);
        Answer inCookie =
                post(nobody, "/auth/login", fields("email", EMAIL, "password", PASSWORD, "session", "cookie"));
        Matcher cookie = COOKIE.matcher(inCookie.header("Set-Cookie"));
        assertThat(cookie.find()).isTrue();
        assertThat(send(nobody.request("/auth/refresh")
                                .header("Cookie", "nova_refresh=" + cookie.group(1))
                                .POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
        Answer logIn = post(nobody, "/auth/login", fields("email", EMAIL, "password", PASSWORD));
        String refresh =
                fields("refreshToken", logIn.json().path("refreshToken").asString());
        assertThat(post(nobody, "/auth/refresh", refresh).status()).isEqualTo(200);
        JdbcClient.create(database.dataSource())
                .sql("update account.refresh_token set used_at = used_at - interval '1 minute'")
                .update();
        assertThat(post(nobody, "/auth/refresh", refresh).code()).isEqualTo("refresh_token_reused");
        assertThat(post(nobody, "/auth/refresh", fields("refreshToken", MADE_UP))
                        .status())
                .isEqualTo(401);
        Caller over = nobody.bearing(logIn.json().path("accessToken").asString());
        assertThat(over.get("/auth/me").status()).isEqualTo(401);
        assertThat(nobody.bearing(over.token() + "canary").get("/auth/me").status())
                .isEqualTo(401);
        assertThat(nobody.bearing(MADE_UP).get("/auth/me").status()).isEqualTo(401);
    }

    private void sendWhatCannotBeRead() {
        for (String body : List.of(
                "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"",
                "{\"email\":\"" + EMAIL + "\",\"password\":[\"" + PASSWORD + "\"]}",
                "{\"email\":{\"" + EMAIL + "\":1},\"password\":\"" + PASSWORD + "\\x\"}",
                "password=" + PASSWORD)) {
            assertThat(post(nobody, "/auth/login", body).status()).isBetween(400, 422);
            assertThat(post(nobody, "/auth/register", body).status()).isBetween(400, 422);
            assertThat(send(nobody.request("/auth/login")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(body)))
                            .status())
                    .isBetween(400, 422);
        }
        post(nobody, "/auth/register", fields("email", EMAIL, "password", PASSWORD, "displayName", NAME.repeat(20)));
        for (String path : List.of("/canary/" + MADE_UP, "/auth/" + MADE_UP, "/auth/login?password=" + MADE_UP)) {
            nobody.get(path);
            post(nobody, path, fields("password", PASSWORD));
        }
        nobody.get("/auth/me?access_token=" + MADE_UP);
        nobody.get("/%2e%2e/" + MADE_UP);
        nobody.get("/auth/me;token=" + MADE_UP);
    }

    private String changePasswords() {
        post(nobody, "/auth/forgot-password", fields("email", NOBODY));
        assertThat(post(nobody, "/auth/forgot-password", fields("email", EMAIL)).status())
                .isEqualTo(202);
        String token = mailed(EMAIL, "/reset-password?token=");
        String reset = fields("token", token, "newPassword", RESET);
        assertThat(post(nobody, "/auth/reset-password", fields("token", MADE_UP, "newPassword", RESET))
                        .status())
                .isEqualTo(400);
        assertThat(post(nobody, "/auth/reset-password", fields("token", token, "newPassword", EMAIL))
                        .status())
                .isEqualTo(422);
        assertThat(post(nobody, "/auth/reset-password", reset).status()).isEqualTo(204);
        assertThat(post(nobody, "/auth/reset-password", reset).status()).isEqualTo(400);
        Caller ada = logIn(EMAIL, RESET);
        assertThat(post(ada, "/auth/change-password", fields("currentPassword", WRONG, "newPassword", NEXT))
                        .status())
                .isEqualTo(401);
        assertThat(post(ada, "/auth/change-password", fields("currentPassword", RESET, "newPassword", NEXT))
                        .status())
                .isEqualTo(204);
        assertThat(send(ada.request("/auth/me")
                                .header("Content-Type", "application/json")
                                .method("PATCH", BodyPublishers.ofString(fields("displayName", NAME + " II"))))
                        .status())
                .isEqualTo(200);
        assertThat(ada.get("/auth/sessions").status()).isEqualTo(200);
        return ada.token();
    }

    private void chatAndRemember(Caller ada) throws InterruptedException {
        assertThat(ada.ask(MESSAGE).status()).isEqualTo(200);
        assertThat(ada.stream(MESSAGE)).isNotEmpty();
        ChatPage page = new ChatPage(product, ada);
        page.ask("r1", MESSAGE).next("done");
        page.say(Map.of("type", MADE_UP, "requestId", MADE_UP, "message", MESSAGE));
        page.next("error");
        page.vanish();
        post(ada, "/api/intelligence/chat", fields("message", MESSAGE, "model", MADE_UP));
        post(ada, "/api/intelligence/chat", fields("message", MESSAGE, "conversationId", "cnv_" + MADE_UP));
        post(ada, "/api/intelligence/chat", "{\"message\":\"" + MESSAGE);
        post(ada, "/api/intelligence/chat", fields("message", MESSAGE.repeat(4_000)));
        assertThat(post(ada, "/api/memory/memories", fields("content", MEMORY)).status())
                .isEqualTo(201);
        post(ada, "/api/memory/memories", fields("content", MEMORY, "kind", MADE_UP));
        assertThat(ada.get("/api/memory/search?q=" + URLEncoder.encode(MEMORY, StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        ada.get("/api/memory/search?limit=" + MADE_UP + "&q=" + MADE_UP);
    }

    private void administer() {
        post(nobody, "/auth/register", fields("email", BOSS, "password", PASSWORD, "displayName", NAME));
        assertThat(nobody.get("/auth/verify-email?token=" + mailed(BOSS, "/verify-email?token="))
                        .status())
                .isEqualTo(200);
        Caller boss = logIn(BOSS, PASSWORD);
        assertThat(post(boss, "/admin/invitations", "{\"emails\":[\"" + GUEST + "\"]}")
                        .status())
                .isEqualTo(202);
        mailed(GUEST, "/register?invitation=inv_");
        post(boss, "/admin/invitations", "{\"emails\":[\"" + NAME + "\"]}");
        String ada = logIn(EMAIL, NEXT).get("/auth/me").json().path("id").asString();
        assertThat(post(boss, "/admin/users/" + ada + "/suspend", fields("reason", REASON))
                        .status())
                .isEqualTo(204);
        assertThat(post(nobody, "/auth/login", fields("email", EMAIL, "password", NEXT))
                        .status())
                .isEqualTo(403);
        assertThat(post(boss, "/admin/users/" + ada + "/reinstate", fields("reason", REASON))
                        .status())
                .isEqualTo(204);
        assertThat(logIn(EMAIL, NEXT).get("/admin/invitations").status()).isEqualTo(403);
    }

    private void callAsAService(Caller ada) {
        String id = ada.get("/auth/me").json().path("id").asString();
        ServiceTokens tokens = product.bean(ServiceTokens.class);
        String good = tokens.issue(Set.of(ServiceScope.MEMORY));
        handedOut.add(good);
        String search = "/internal/memory/search?q=" + URLEncoder.encode(MEMORY, StandardCharsets.UTF_8);
        for (String token : List.of(good, good + "x", MADE_UP, ada.token())) {
            send(nobody.request(search)
                    .header("X-Service-Token", token)
                    .header("X-User-Id", id)
                    .GET());
            send(nobody.request("/internal/accounts/roles")
                    .header("X-Service-Token", token)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(fields("email", NOBODY, "role", "ADMIN"))));
        }
    }

    private void leave(Caller ada) {
        for (int attempt = 0; attempt < 6; attempt++) {
            post(nobody, "/auth/login", fields("email", NOBODY, "password", WRONG));
        }
        assertThat(post(nobody, "/auth/login", fields("email", NOBODY, "password", WRONG))
                        .code())
                .isEqualTo("login_throttled");
        assertThat(erase(ada, WRONG)).isEqualTo(401);
        assertThat(erase(ada, NEXT)).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> !nobody.get("/dev/mailbox/messages?to=" + EMAIL)
                        .json()
                        .path("messages")
                        .valueStream()
                        .filter(mail -> mail.path("subject").asString().contains("deleted"))
                        .toList()
                        .isEmpty());
    }

    private static int erase(Caller ada, String password) {
        return ada.send(ada.request("/auth/me")
                        .header("Content-Type", "application/json")
                        .method("DELETE", BodyPublishers.ofString(fields("password", password))))
                .status();
    }

    private Caller logIn(String email, String password) {
        Answer answer = post(nobody, "/auth/login", fields("email", email, "password", password));
        assertThat(answer.status()).isEqualTo(200);
        return nobody.bearing(answer.json().path("accessToken").asString());
    }

    private String mailed(String email, String words) {
        String link = nobody.awaitLink(email, words);
        String secret = link.substring(link.indexOf('=') + 1);
        handedOut.add(secret);
        return secret;
    }

    private Answer post(Caller caller, String path, String body) {
        return send(
                caller.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** Notes what is handed out in the answer. */
    private Answer send(HttpRequest.Builder request) {
        Answer answer = nobody.send(request);
        Matcher cookie = COOKIE.matcher(answer.header("Set-Cookie"));
        if (cookie.find()) {
            handedOut.add(cookie.group(1));
        }
        if (answer.header("Content-Type").contains("json")) {
            for (String field : List.of("accessToken", "refreshToken")) {
                JsonNode token = answer.json().path(field);
                if (!token.isMissingNode()) {
                    handedOut.add(token.asString());
                }
            }
        }
        return answer;
    }

    private static String fields(String... fields) {
        return Caller.text(fields);
    }

    /** Which of all that stands where it must not, as it is or as it stands in an address. */
    private Set<String> found() {
        String logged = everything().toLowerCase(Locale.ROOT);
        Set<String> found = new TreeSet<>();
        Set<String> wanted = new TreeSet<>(TYPED);
        wanted.addAll(handedOut);
        for (String canary : wanted) {
            String plain = canary.toLowerCase(Locale.ROOT);
            if (logged.contains(plain) || logged.contains(URLEncoder.encode(plain, StandardCharsets.UTF_8))) {
                found.add(canary);
            }
        }
        return found;
    }

    private String everything() {
        return String.join("\n", CapturedLogs.lines(product.data())) + logs.printed();
    }
}
