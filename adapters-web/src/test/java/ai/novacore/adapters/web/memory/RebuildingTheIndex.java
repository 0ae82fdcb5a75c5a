package ai.novacore.adapters.web.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.adapters.web.testing.FakeMemories;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.TestServer;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildingTheIndex {
    private static final String ROUTE = "/internal/workers/memory-index/rebuild";

    private final FakeMemories memories = TestServer.local().bean(FakeMemories.class);

    @BeforeEach
    void reset() {
        memories.calls.clear();
    }

    @Test
    void isAskedForByAWorker() {
        String token = TestServer.local().bean(ServiceTokens.class).issue(Set.of(ServiceScope.WORKERS));

        assertThat(Http.stranger().post(ROUTE, "", "X-Service-Token", token).text())
                .isEqualTo("{\"memories\":7}");
        assertThat(memories.calls).containsExactly("rebuild");
    }

    @Test
    void isForNobodyElse() {
        String token = TestServer.local().bean(ServiceTokens.class).issue(Set.of(ServiceScope.MEMORY));

        assertThat(Http.stranger().post(ROUTE, "", "X-Service-Token", token).refusal())
                .isEqualTo("403 service_token_invalid");
        assertThat(memories.calls).isEmpty();
    }
}
