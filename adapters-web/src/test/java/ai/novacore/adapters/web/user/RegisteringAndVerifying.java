package ai.novacore.adapters.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteringAndVerifying {
    private final FakeAccounts accounts = TestServer.local().bean(FakeAccounts.class);

    @Test
    void registers() {
        accounts.registered.clear();

        Reply reply = Http.stranger().post("/auth/register", """
                        {"email":" Ben@Example.org ","password":"correct horse","displayName":" Ben ","more":[1]}""");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text()).isEqualTo("{\"status\":\"verification_sent\"}");
        assertThat(accounts.registered).containsExactly("ben@example.org Ben");
    }

    @Test
    void passesAnInvitationOn() {
        accounts.registered.clear();

        Reply reply = Http.stranger().post("/auth/register", """
                {"email":"ben@example.org","password":"correct horse","displayName":"Ben","invitation":"inv_1"}""");

        assertThat(reply.text()).isEqualTo("{\"status\":\"verification_sent\"}");
        assertThat(accounts.registered).containsExactly("ben@example.org Ben by inv_1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ben@example|correct horse|Ben|email|is not a mail address",
                "ben@example.org|correct horse|'  '|displayName|must not be blank",
                "ben@example.org|correct horse|a\\u0007b|displayName|must not hold control characters or broken characters",
                "ben@example.org|correct horse \\ud800|Ben|password|must not hold control characters or broken characters",
            })
    void refusesWhatCannotBeRegistered(String email, String password, String name, String field, String message) {
        Reply reply = Http.stranger()
                .post(
                        "/auth/register",
                        "{\"email\":\"%s\",\"password\":\"%s\",\"displayName\":\"%s\"}"
                                .formatted(email, password, name));

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.json().path("errors").toString())
                .isEqualTo("[{\"field\":\"%s\",\"message\":\"%s\"}]".formatted(field, message));
    }

    @Test
    void countsCharactersAndNotTheirUnits() {
        String rocket = "\uD83D\uDE80";

        assertThat(registerAs(rocket.repeat(80)).status()).isEqualTo(202);
        assertThat(registerAs(rocket.repeat(81)).refusal()).isEqualTo("400 invalid_request");
    }

    @Test
    void refusesCommonPasswordsWithTheirOwnStatus() {
        assertThat(register("password1234", "Ben").refusal()).isEqualTo("422 password_rejected");
    }

    @Test
    void verifiesAnAddress() {
        Reply reply = Http.stranger().get("/auth/verify-email?token=good");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .isEqualTo(
                        "{\"status\":\"verified\",\"email\":\"anna@example.org\",\"verifiedAt\":\"2026-03-01T12:00:00Z\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "?token=old, 410 verification_token_expired",
        "?token=else, 400 verification_token_invalid",
        "?token=, 400 invalid_request",
        "'', 400 invalid_request",
    })
    void refusesBadVerificationTokens(String query, String refusal) {
        assertThat(Http.stranger().get("/auth/verify-email" + query).refusal()).isEqualTo(refusal);
    }

    @Test
    void sendsAnotherMail() {
        assertThat(Http.anna().post("/auth/resend-verification").status()).isEqualTo(202);
    }

    private static Reply registerAs(String displayName) {
        return register("correct horse", displayName);
    }

    private static Reply register(String password, String displayName) {
        return Http.stranger()
                .post(
                        "/auth/register",
                        "{\"email\":\"b@example.org\",\"password\":\"%s\",\"displayName\":\"%s\"}"
                                .formatted(password, displayName));
    }
}
