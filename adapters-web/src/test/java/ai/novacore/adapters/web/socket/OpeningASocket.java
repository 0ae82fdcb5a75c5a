package ai.novacore.adapters.web.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.novacore.adapters.web.testing.ChatSocket;
import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.RawSocket;
import ai.novacore.adapters.web.testing.TestServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningASocket {
    private final TestServer server = TestServer.local();
    private final String good = server.token(FakeAccounts.ANNA);

    @AfterEach
    void reinstate() {
        server.bean(FakeAccounts.class).suspended = false;
    }

    @Test
    void answersWithItsOwnProtocolOnly() throws IOException {
        try (RawSocket socket = RawSocket.request(
                server,
                RawSocket.upgrade(good)
                        + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n")) {
            assertThat(socket.head())
                    .startsWith("HTTP/1.1 101 ")
                    .containsOnlyOnce("Sec-WebSocket-Protocol")
                    .contains("Sec-WebSocket-Protocol: nova.chat.v1\r\n")
                    .contains("X-Correlation-ID: ")
                    .doesNotContain("Sec-WebSocket-Extensions", good);
        }
    }

    @Test
    void refusesWhoHasNoToken() {
        assertThat(refused(RawSocket.plainUpgrade() + "Sec-WebSocket-Protocol: nova.chat.v1\r\n"))
                .startsWith("HTTP/1.1 401 ")
                .contains("WWW-Authenticate: Bearer\r\n", "application/problem+json", "\"token_missing\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void refusesABadToken(String token) {
        assertThat(refused(RawSocket.upgrade(token)))
                .startsWith("HTTP/1.1 401 ")
                .contains("application/problem+json", "\"token_invalid\"");
    }

    @Test
    void refusesTwoTokens() {
        assertThat(refused(RawSocket.upgrade(good + ", bearer." + good)))
                .startsWith("HTTP/1.1 401 ")
                .contains("\"token_invalid\"")
                .doesNotContain(good);
    }

    @Test
    void refusesTheTokenOfASessionThatIsOver() {
        server.bean(FakeAccounts.class).over.add("ses-before");

        assertThat(refused(RawSocket.upgrade(server.token(FakeAccounts.ANNA, "ses-before"))))
                .startsWith("HTTP/1.1 401 ")
                .contains("\"token_invalid\"");
    }

    /** The security checklist's item 6: every way in looks at the suspension. */
    @Test
    void refusesWhoIsSuspended() {
        server.bean(FakeAccounts.class).suspended = true;

        assertThat(refused(RawSocket.upgrade(good))).startsWith("HTTP/1.1 403 ").contains("\"account_suspended\"");
    }

    /** The security checklist's item 4. */
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://nova.test.evil.example", "https://nova.test"})
    void refusesForeignPages(String origin) {
        assertThat(refused(RawSocket.upgrade(good) + "Origin: " + origin + "\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("application/problem+json", "\"forbidden\"");
    }

    @Test
    void takesItsOwnPages() throws IOException {
        try (RawSocket socket =
                RawSocket.request(server, RawSocket.upgrade(good) + "Origin: http://nova.test\r\n\r\n")) {
            assertThat(socket.head()).startsWith("HTTP/1.1 101 ");
        }
    }

    @Test
    void refusesWhoSpeaksAnotherProtocol() {
        assertThat(refused(RawSocket.plainUpgrade() + "Sec-WebSocket-Protocol: other, bearer." + good + "\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"invalid_request\"");
    }

    @Test
    void refusesWhatIsNoWebSocket() {
        String protocols = "Sec-WebSocket-Protocol: nova.chat.v1, bearer." + good + "\r\n";
        for (String request : List.of(
                "GET /ws/chat HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + protocols,
                RawSocket.upgrade(good).replace("Version: 13", "Version: 8"))) {
            assertThat(refused(request))
                    .startsWith("HTTP/1.1 426 ")
                    .contains("Sec-WebSocket-Version: 13", "\"upgrade_required\"");
        }
        for (String request : List.of(
                RawSocket.upgrade(good).replaceAll("Sec-WebSocket-Key.*\r\n", ""),
                RawSocket.upgrade(good).replace("dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ="),
                RawSocket.upgrade(good).replace("Upgrade, close", "close"))) {
            assertThat(refused(request)).startsWith("HTTP/1.1 400 ").contains("\"invalid_request\"");
        }
    }

    @Test
    void readsTheTokenFromTheProtocolsHereAndNowhereElse() {
        assertThat(Http.raw("GET /auth/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Sec-WebSocket-Protocol: bearer." + good + "\r\n\r\n"))
                .startsWith("HTTP/1.1 401 ")
                .contains("\"token_missing\"");
        String protocol = "Sec-WebSocket-Protocol: nova.chat.v1\r\n";
        assertThat(refused(RawSocket.plainUpgrade() + protocol + "Authorization: Bearer " + good + "\r\n"))
                .startsWith("HTTP/1.1 401 ");
        assertThat(refused(RawSocket.plainUpgrade().replace("/ws/chat", "/ws/chat?access_token=" + good) + protocol))
                .startsWith("HTTP/1.1 401 ");
    }

    @Test
    void bindsNobodyToMoreThanSomeAtOnce() {
        TestServer apart = TestServer.impatient();
        List<ChatSocket> open = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            open.add(ChatSocket.of(apart, "ses-1"));
        }
        MeterRegistry meters = apart.bean(MeterRegistry.class);
        await().until(() -> meters.get("websocket.connections.active").gauge().value() == 10);

        assertThat(Http.raw(apart, RawSocket.upgrade(apart.token(FakeAccounts.ANNA)) + "\r\n"))
                .startsWith("HTTP/1.1 429 ")
                .contains("Retry-After: ", "\"too_many_requests\"");

        open.forEach(ChatSocket::close);
        await().until(() -> meters.get("websocket.connections.active").gauge().value() == 0);
        assertThat(meters.get("websocket.closings")
                        .tag("code", "1000")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(10);
        ChatSocket.of(apart, "ses-1").close();
    }

    private static String refused(String head) {
        return Http.raw(head + "\r\n");
    }
}
