package ai.novacore.adapters.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.adapters.web.testing.FakeAdministration;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdministeringAccounts {
    private final FakeAdministration administration = TestServer.local().bean(FakeAdministration.class);

    @BeforeEach
    void forget() {
        administration.wanted.clear();
    }

    @Test
    void changesRoles() {
        Reply reply = Http.admin().put("/admin/users/usr_anna/roles", "{\"roles\":[\"ADMIN\",\"MEMBER\",\"ADMIN\"]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("id").asString()).isEqualTo("usr_anna");
        assertThat(administration.wanted).containsExactly("roles MEMBER,ADMIN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"roles\":[\"KING\"]}", "{\"roles\":[null]}", "{\"roles\":\"ADMIN\"}", "{\"roles\":null}"
            })
    void refusesRolesThatThereAreNot(String body) {
        assertThat(Http.admin().put("/admin/users/usr_anna/roles", body).refusal())
                .isEqualTo("400 invalid_request");
        assertThat(administration.wanted).isEmpty();
    }

    @Test
    void tellsAdministratorsWhatTheyCannotDoToThemselves() {
        assertThat(Http.admin()
                        .put("/admin/users/usr_anna/roles", "{\"roles\":[]}")
                        .refusal())
                .isEqualTo("409 own_account");
    }

    @Test
    void suspendsAndReinstates() {
        assertThat(Http.admin()
                        .post("/admin/users/usr_anna/suspend", "{\"reason\":\"spam\"}")
                        .status())
                .isEqualTo(204);
        assertThat(Http.admin()
                        .post("/admin/users/usr_anna/reinstate", "{\"reason\":\"appeal\"}")
                        .status())
                .isEqualTo(204);

        assertThat(administration.wanted).containsExactly("suspend: spam", "reinstate: appeal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"\"}", "{\"reason\":\"  \"}", "{\"reason\":\"a\\u0000\"}"})
    void wantsAReason(String body) {
        for (String what : new String[] {"suspend", "reinstate"}) {
            assertThat(Http.admin().post("/admin/users/usr_anna/" + what, body).refusal())
                    .isEqualTo("400 invalid_request");
        }
        assertThat(administration.wanted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"usr_nobody", "nonsense", "cnv_1"})
    void doesNotFindWhoIsNotThere(String id) {
        assertThat(Http.admin()
                        .put("/admin/users/" + id + "/roles", "{\"roles\":[\"ADMIN\"]}")
                        .refusal())
                .isEqualTo("404 not_found");
        assertThat(Http.admin()
                        .post("/admin/users/" + id + "/suspend", "{\"reason\":\"spam\"}")
                        .refusal())
                .isEqualTo("404 not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /admin/users/usr_anna/roles",
        "POST, /admin/users/usr_anna/suspend",
        "POST, /admin/users/usr_anna/reinstate",
        "POST, /admin/invitations",
        "GET, /admin/invitations"
    })
    void letsOnlyAdministratorsIn(String method, String path) {
        var nothing = BodyPublishers.noBody();

        assertThat(Http.anna().send(method, path, nothing).refusal()).isEqualTo("403 forbidden");
        assertThat(Http.stranger().send(method, path, nothing).refusal()).isEqualTo("401 token_missing");
        assertThat(administration.wanted).isEmpty();
    }

    @Test
    void hasNothingThatIsNotThere() {
        assertThat(Http.anna().get("/admin/treasury").refusal()).isEqualTo("404 not_found");
    }

    @Test
    void leavesRolesByAddressToServices() {
        String path = "/internal/accounts/roles";
        String body = "{\"email\":\"anna@example.org\",\"role\":\"ADMIN\",\"granted\":true}";

        assertThat(Http.admin().put(path, body).refusal()).isEqualTo("403 service_token_invalid");
        assertThat(asService(ServiceScope.WORKERS, body).refusal()).isEqualTo("403 service_token_invalid");
        assertThat(administration.wanted).isEmpty();

        assertThat(asService(ServiceScope.ACCOUNTS, body).json().path("id").asString())
                .isEqualTo("usr_anna");
        assertThat(administration.wanted).containsExactly("anna@example.org ADMIN true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"anna\",\"role\":\"ADMIN\",\"granted\":true}",
                "{\"email\":\"anna@example.org\",\"role\":\"KING\",\"granted\":true}",
                "{\"email\":\"anna@example.org\",\"role\":\"ADMIN\"}"
            })
    void refusesGrantsThatMakeNoSense(String body) {
        assertThat(asService(ServiceScope.ACCOUNTS, body).refusal()).isEqualTo("400 invalid_request");
        assertThat(administration.wanted).isEmpty();
    }

    private static Reply asService(ServiceScope scope, String body) {
        String token = TestServer.local().bean(ServiceTokens.class).issue(Set.of(scope));
        return Http.stranger()
                .send(
                        "PUT",
                        "/internal/accounts/roles",
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json",
                        "X-Service-Token",
                        token);
    }
}
