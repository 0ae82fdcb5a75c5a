package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.bootstrap.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Administering {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOSS = "boss@example.org";

    private final Product product = Product.start("--nova.admin-email=" + BOSS);
    private Caller boss = product.caller();

    @BeforeAll
    void becomeAdministrator() {
        product.caller().register(BOSS).verify(BOSS);
        boss = product.caller().logIn(BOSS);
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void givesAndTakesRolesFromTheNextRequestOn() {
        Caller ada = Caller.member(product.address());
        assertThat(ada.get("/admin/invitations").status()).isEqualTo(403);

        assertThat(changeRoles(boss, idOf(ada), "ADMIN").json().path("roles").toString())
                .isEqualTo("[\"MEMBER\",\"ADMIN\"]");
        assertThat(ada.get("/admin/invitations").status()).isEqualTo(200);

        assertThat(changeRoles(boss, idOf(ada), "MEMBER").status()).isEqualTo(200);
        assertThat(ada.get("/admin/invitations").status()).isEqualTo(403);
    }

    @Test
    void leavesAdministratorsAsTheyAreByTheirOwnHand() {
        assertThat(changeRoles(boss, idOf(boss), "MEMBER").status()).isEqualTo(409);
        assertThat(boss.post("/admin/users/" + idOf(boss) + "/suspend", "{\"reason\":\"tired\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void suspendsAndReinstatesFromTheNextRequestOn() {
        Caller ada = Caller.member(product.address());
        String id = idOf(ada);

        assertThat(boss.post("/admin/users/" + id + "/suspend", "{\"reason\":\"spam\"}")
                        .status())
                .isEqualTo(204);
        assertThat(ada.get("/auth/me").status()).isBetween(401, 403);

        assertThat(boss.post("/admin/users/" + id + "/reinstate", "{\"reason\":\"appeal\"}")
                        .status())
                .isEqualTo(204);
        assertThat(ada.get("/auth/me").status()).isEqualTo(200);
    }

    @Test
    void followsAnInvitationFromTheMailToTheVerifiedAddress() {
        String email = "guest-" + UUID.randomUUID() + "@example.org";
        assertThat(boss.post("/admin/invitations", "{\"emails\":[\"%s\"]}".formatted(email))
                        .status())
                .isEqualTo(202);

        String link = product.caller().awaitLink(email, "/register?invitation=inv_");
        String invitation = link.substring(link.indexOf('=') + 1);
        awaitStatus(invitation, "sent");

        product.caller().post("/auth/register", """
                {"email":"%s","password":"%s","displayName":"Guest","invitation":"%s"}""".formatted(email, Caller.PASSWORD, invitation));
        awaitStatus(invitation, "registered");
        assertThat(invitation(invitation).path("userId").asString())
                .isEqualTo(idOf(product.caller().logIn(email)));

        product.caller().verify(email);
        awaitStatus(invitation, "verified");
    }

    @Test
    void invitesNobodyWhoIsThereAlready() {
        Caller ada = Caller.member(product.address());

        boss.post("/admin/invitations", "{\"emails\":[\"%s\"]}".formatted(ada.email()));

        assertThat(boss.get("/admin/invitations?limit=100").json().path("items").valueStream())
                .filteredOn(item -> item.path("email").asString().equals(ada.email()))
                .singleElement()
                .satisfies(item -> assertThat(item.path("status").asString()).isEqualTo("registered"));
    }

    private void awaitStatus(String invitation, String status) {
        await().atMost(PATIENCE)
                .until(() -> invitation(invitation).path("status").asString(), status::equals);
    }

    private JsonNode invitation(String id) {
        return boss.get("/admin/invitations?limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Answer changeRoles(Caller admin, String user, String role) {
        return admin.send(admin.request("/admin/users/" + user + "/roles")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"roles\":[\"" + role + "\"]}")));
    }

    private static String idOf(Caller member) {
        return member.get("/auth/me").json().path("id").asString();
    }
}
