package ai.novacore.adapters.web.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.FakeAccounts;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.Actor;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelatingRequests {

    @Test
    void keepsTheIdOfTheRequestAndSaysWhoItIs() {
        FakeAccounts accounts = TestServer.local().bean(FakeAccounts.class);
        accounts.correlations.clear();

        Reply reply = Http.anna().get("/auth/me", "X-Correlation-ID", "my.request_0-1");

        assertThat(reply.header("X-Correlation-ID")).isEqualTo("my.request_0-1");
        assertThat(accounts.correlations)
                .containsExactly(new Correlation("my.request_0-1", Actor.member(FakeAccounts.ANNA.id())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has space in it", "semi;colon;id", "x<script>x", "ümläut-id"})
    void makesItsOwnWhenTheIdIsNotWellFormed(String id) {
        String raw = Http.raw(
                "GET /health HTTP/1.1\r\nHost: x\r\nX-Correlation-ID: " + id + "\r\nConnection: close\r\n\r\n");

        assertThat(raw).doesNotContain(id).containsPattern("X-Correlation-ID: [0-9a-f]{8}-[0-9a-f-]{27}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/me", "/nothing", "/health", "/auth/verify-email", "/a;b", "//"})
    void isInEveryAnswerAndInItsProblem(String path) {
        Reply reply = Http.stranger().get(path);

        String id = reply.header("X-Correlation-ID");
        assertThat(UUID.fromString(id).version()).isEqualTo(4);
        if (reply.status() >= 400) {
            assertThat(reply.json().path("correlationId").asString()).isEqualTo(id);
        }
    }
}
