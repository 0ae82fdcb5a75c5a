package ai.novacore.adapters.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAdministration;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Inviting {
    private final FakeAdministration administration = TestServer.local().bean(FakeAdministration.class);

    @BeforeEach
    void forget() {
        administration.wanted.clear();
    }

    @Test
    void takesEachAddressOnce() {
        Reply reply = Http.admin().post("/admin/invitations", """
                {"emails":["Ben@Example.org"," ben@example.org ","cara@example.org"]}""");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text()).isEqualTo("{\"status\":\"invitations_sent\"}");
        assertThat(administration.wanted).containsExactly("invite ben@example.org,cara@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"emails\":[]}",
                "{\"emails\":null}",
                "{\"emails\":[null]}",
                "{\"emails\":[\"ben\"]}",
                "{\"emails\":[\"ben@example.org\",\"\"]}",
                "{\"emails\":[\"ben@example.org\\u0000\"]}",
                "{\"emails\":\"ben@example.org\"}"
            })
    void refusesWhatIsNoListOfAddresses(String body) {
        assertThat(Http.admin().post("/admin/invitations", body).refusal()).isEqualTo("400 invalid_request");
        assertThat(administration.wanted).isEmpty();
    }

    @Test
    void takesAHundredAtOnceAndNoMore() {
        assertThat(Http.admin().post("/admin/invitations", addresses(100)).status())
                .isEqualTo(202);
        assertThat(Http.admin().post("/admin/invitations", addresses(101)).refusal())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void listsWhatCameOfThem() {
        Reply first = Http.admin().get("/admin/invitations?limit=1");

        assertThat(first.json().path("items").toString()).isEqualTo("""
                [{"id":"inv_2","email":"ben@example.org","status":"registered","reason":null,"invitedBy":"usr_anna",\
                "invitedAt":"2026-02-01T08:00:00Z","sentAt":"2026-03-01T12:00:00Z",\
                "registeredAt":"2026-03-01T12:00:00Z","userId":"usr_ben"}]""");
        Reply second = Http.admin()
                .get("/admin/invitations?cursor="
                        + first.json().path("nextCursor").asString());
        assertThat(second.json().at("/items/0/status").asString()).isEqualTo("pending");
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
    }

    private static String addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"p" + number + "@example.org\"")
                .collect(Collectors.joining(",", "{\"emails\":[", "]}"));
    }
}
