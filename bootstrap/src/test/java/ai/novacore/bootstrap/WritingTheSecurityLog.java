package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who watches over the product is told what happens at its doors, and nobody can forge a line; checklist 29. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritingTheSecurityLog {
    private static final String FORGED =
            "x\r\n{\"timestamp\":\"2020-01-01T00:00:00Z\",\"level\":\"WARN\",\"logger\":\"forged\"}\r\n";
    private static final List<String> CORPUS = List.of(
            FORGED,
            FORGED.replace("\r\n", "\n"),
            FORGED.replace("\r\n", "\r"),
            FORGED.replace("\r\n", "\u2028"),
            FORGED.replace("\r\n", "\u0085"),
            FORGED.replace("\r\n", "\u001b[2K\u000b\f"),
            "\",\"logger\":\"forged\",\"x\":\"");

    private final CapturedLogs logs = new CapturedLogs();
    private final Product product = Product.start("--nova.admin-email=boss@example.org", CapturedLogs.DETAILED);
    private final Caller nobody = product.caller();
    private final Caller boss = boss();

    @AfterAll
    void stop() {
        product.close();
        logs.close();
    }

    @Test
    void saysWhatHappensToAccounts() {
        Caller ada = Caller.member(product.address());
        String id = idOf(ada);
        post(nobody, "/auth/login", "email", ada.email(), "password", "wrong");
        nobody.logIn(ada.email());
        post(ada, "/auth/change-password", "currentPassword", "wrong", "newPassword", "lettuce bicycle seven");
        post(ada, "/auth/change-password", "currentPassword", Caller.PASSWORD, "newPassword", "lettuce bicycle seven");
        boss.send(boss.request("/admin/users/" + id + "/roles")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"roles\":[\"MEMBER\",\"SUPPORT\"]}")));
        post(boss, "/admin/users/" + id + "/suspend", "reason", "spam");
        ada.get("/auth/me");
        post(nobody, "/auth/login", "email", ada.email(), "password", "lettuce bicycle seven");

        assertThat(events(id))
                .extracting(
                        line -> line.at("/context/event").asString(),
                        line -> line.path("level").asString())
                .containsSubsequence(
                        tuple("account_registered", "INFO"),
                        tuple("login_succeeded", "INFO"),
                        tuple("password_refused", "INFO"),
                        tuple("login_succeeded", "INFO"),
                        tuple("password_refused", "INFO"),
                        tuple("password_changed", "INFO"),
                        tuple("roles_changed", "INFO"),
                        tuple("account_suspended", "INFO"),
                        tuple("suspended_refused", "WARN"),
                        tuple("account_refused", "INFO"));
        assertThat(events(id))
                .allSatisfy(line ->
                        assertThat(line.path("correlation_id").asString()).isNotEmpty());
        assertThat(events(id).stream()
                        .filter(line -> line.at("/context/event").asString().equals("roles_changed")))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.at("/context/roles").asString()).isEqualTo("MEMBER SUPPORT"))
                .satisfies(line -> assertThat(line.at("/context/by").asString()).isEqualTo(idOf(boss)))
                .satisfies(line -> assertThat(line.path("user_id").asString()).isEqualTo(idOf(boss)));
    }

    @Test
    void saysWhoIsTurnedAway() {
        Caller ada = Caller.member(product.address());
        String id = idOf(ada);
        ada.get("/admin/invitations");
        ada.get("/api/intelligence/conversations/cnv_01jd0000000000000000000000");
        String trace = "trace-" + System.nanoTime();
        for (String token : List.of("", "made up")) {
            nobody.send(nobody.request("/auth/me")
                    .header("Authorization", "Bearer " + token)
                    .header("X-Correlation-ID", trace));
        }
        nobody.send(nobody.request("/auth/me").header("X-Correlation-ID", trace));
        for (String token : List.of("made up", product.bean(ServiceTokens.class).issue(Set.of(ServiceScope.POLICY)))) {
            nobody.send(nobody.request("/internal/memory/search?q=x")
                    .header("X-Service-Token", token)
                    .header("X-Correlation-ID", trace));
        }

        assertThat(lines().stream()
                        .filter(line -> line.path("user_id").asString("").equals(id)))
                .anyMatch(line -> line.at("/context/event").asString("").equals("not_found"));
        assertThat(events(id)).anySatisfy(line -> {
            assertThat(line.at("/context/event").asString()).isEqualTo("role_missing");
            assertThat(line.at("/context/route").asString()).isEqualTo("/admin/invitations");
        });
        assertThat(lines().stream()
                        .filter(line -> line.path("correlation_id").asString("").equals(trace)))
                .extracting(
                        line -> line.at("/context/event").asString(""),
                        line -> line.at("/context/reason").asString(""),
                        line -> line.path("level").asString())
                .contains(
                        tuple("token_refused", "token_invalid", "INFO"),
                        tuple("token_missing", "", "DEBUG"),
                        tuple("service_refused", "service_token_invalid", "WARN"),
                        tuple("service_refused", "scope_missing", "WARN"));
    }

    @Test
    void saysWhoTriesTooOften() {
        for (int attempt = 0; attempt < 4; attempt++) {
            post(Caller.member(product.address()), "/auth/resend-verification");
        }
        Caller ada = Caller.member(product.address());
        for (int attempt = 0; attempt < 4; attempt++) {
            post(ada, "/auth/resend-verification");
            nobody.get("/auth/verify-email?token=unknown");
        }
        assertThat(securityLines().stream()
                        .map(line -> line.at("/context/event").asString()))
                .contains("attempts_throttled", "verification_refused");
        assertThat(securityLines().stream()
                        .map(line -> line.at("/context/limit").asString("")))
                .contains("verification-resend");
    }

    @Test
    void hasNoLineThatSomebodyElseWrote() throws IOException {
        Caller ada = Caller.member(product.address());
        for (String attack : CORPUS) {
            post(nobody, "/auth/register", "email", attack + "@example.org", "password", attack, "displayName", attack);
            post(nobody, "/auth/register", "email", Caller.PASSWORD, "password", attack, attack, attack);
            post(nobody, "/auth/reset-password", "token", attack, "newPassword", attack);
            post(nobody, "/auth/refresh", "refreshToken", attack);
            post(ada, "/auth/change-password", "currentPassword", attack, "newPassword", attack);
            ada.send(ada.request("/auth/me")
                    .header("Content-Type", "application/json")
                    .method("PATCH", Caller.json("displayName", attack)));
            ada.ask(attack);
            post(ada, "/api/intelligence/chat", "message", "Hello", "model", attack);
            String encoded = URLEncoder.encode(attack, StandardCharsets.UTF_8);
            ada.get("/" + encoded);
            ada.get("/auth/verify-email?token=" + encoded);
            ada.get("/api/memory/search?q=" + encoded + "&limit=" + encoded);
            raw("GET /auth/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nUser-Agent: %s\r\n\r\n", attack);
            raw("GET /auth/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Correlation-ID: %s\r\n\r\n", attack);
            raw("GET /auth/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n", attack);
            raw("GET /%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", attack);
        }

        assertThat(lines()).noneMatch(line -> line.path("logger").asString("").equals("forged"));
    }

    /** Whatever comes into a line by mistake stays in it. */
    @Test
    void keepsWhatIsLoggedOnOneLine() {
        for (String attack : CORPUS) {
            int before = lines().size();
            MDC.put("planted", attack);
            LoggerFactory.getLogger("ai.novacore.planted")
                    .atDebug()
                    .addKeyValue("field", attack)
                    .setCause(new IllegalStateException(attack))
                    .log("Planted " + attack);
            MDC.remove("planted");

            assertThat(lines().subList(before, lines().size()))
                    .filteredOn(line -> line.path("logger").asString().equals("ai.novacore.planted"))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line.at("/context/field").asString()).isEqualTo(attack));
        }
        assertThat(lines()).noneMatch(line -> line.path("logger").asString("").equals("forged"));
    }

    private Caller boss() {
        nobody.register("boss@example.org").verify("boss@example.org");
        return nobody.logIn("boss@example.org");
    }

    private static void post(Caller caller, String path, String... fields) {
        caller.post(path, Caller.text(fields));
    }

    private void raw(String request, String attack) throws IOException {
        try (Socket socket = new Socket("localhost", product.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.formatted(attack).getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        }
    }

    private static String idOf(Caller member) {
        return member.get("/auth/me").json().path("id").asString();
    }

    /** About one account. */
    private List<JsonNode> events(String subject) {
        return securityLines().stream()
                .filter(line -> line.at("/context/subject").asString("").equals(subject))
                .toList();
    }

    private List<JsonNode> securityLines() {
        return lines().stream()
                .filter(line -> line.path("logger").asString().equals("ai.novacore.security"))
                .toList();
    }

    /** Every line, which has to be an object of its own. */
    private List<JsonNode> lines() {
        return CapturedLogs.lines(product.data()).stream()
                .map(JsonMapper.shared()::readTree)
                .map(JsonNode.class::cast)
                .toList();
    }
}
