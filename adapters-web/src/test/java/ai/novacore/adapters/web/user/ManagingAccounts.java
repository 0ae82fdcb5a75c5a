package ai.novacore.adapters.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagingAccounts {
    private final FakeAccounts accounts = TestServer.local().bean(FakeAccounts.class);

    @BeforeEach
    void forget() {
        accounts.changes.clear();
    }

    @Test
    void changesTheName() {
        Reply reply = anna("PATCH", "/auth/me", "{\"displayName\":\"Countess\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("id").asString()).isEqualTo("usr_anna");
        assertThat(accounts.changes).containsExactly("rename Countess");
    }

    @Test
    void changesThePasswordAndKeepsThisSession() {
        Reply reply = anna(
                "POST",
                "/auth/change-password",
                "{\"currentPassword\":\"right\",\"newPassword\":\"copper lantern 42 harbour\"}");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(accounts.changes).containsExactly("password in ses-1");
        assertThat(anna(
                                "POST",
                                "/auth/change-password",
                                "{\"currentPassword\":\"wrong\",\"newPassword\":\"copper lantern 42 harbour\"}")
                        .refusal())
                .isEqualTo("401 invalid_credentials");
    }

    @Test
    void beginsTheErasure() {
        assertThat(anna("DELETE", "/auth/me", "{\"password\":\"wrong\"}").refusal())
                .isEqualTo("401 invalid_credentials");

        Reply reply = anna("DELETE", "/auth/me", "{\"password\":\"right\"}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().path("status").asString()).isEqualTo("erasure_started");
        assertThat(reply.header("Set-Cookie")).startsWith("nova_refresh=;");
        assertThat(accounts.changes).containsExactly("erase usr_anna");
    }

    @Test
    void answersTheSameToWhoeverForgotAPassword() {
        Reply known = Http.stranger().post("/auth/forgot-password", "{\"email\":\"anna@example.org\"}");
        Reply unknown = Http.stranger().post("/auth/forgot-password", "{\"email\":\"nobody\"}");

        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.text()).isEqualTo(known.text());
    }

    @Test
    void setsAForgottenPassword() {
        assertThat(reset("good").status()).isEqualTo(204);
        assertThat(reset("bad").refusal()).isEqualTo("400 reset_token_invalid");
        assertThat(accounts.changes).containsExactly("reset");
    }

    private static Reply reset(String token) {
        return Http.stranger()
                .post(
                        "/auth/reset-password",
                        "{\"token\":\"" + token + "\",\"newPassword\":\"copper lantern 42 harbour\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH,/auth/me,displayName",
        "DELETE,/auth/me,password",
        "POST,/auth/change-password,currentPassword",
        "POST,/auth/forgot-password,email",
        "POST,/auth/reset-password,newPassword"
    })
    void saysWhatIsMissing(String method, String path, String field) {
        Reply reply = anna(method, path, "{}");

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().path("errors").toString()).contains("\"" + field + "\"");
    }

    private static Reply anna(String method, String path, String json) {
        return Http.anna().send(method, path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }
}
