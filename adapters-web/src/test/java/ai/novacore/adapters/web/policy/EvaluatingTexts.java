package ai.novacore.adapters.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.security.ServiceScope;
import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.adapters.web.testing.FakePolicy;
import ai.novacore.adapters.web.testing.Http;
import ai.novacore.adapters.web.testing.Http.Reply;
import ai.novacore.adapters.web.testing.TestServer;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatingTexts {
    private final FakePolicy policy = TestServer.local().bean(FakePolicy.class);

    @BeforeEach
    void forget() {
        policy.asked.clear();
    }

    private static Reply evaluate(ServiceScope scope, String body, String... headers) {
        String token = TestServer.local().bean(ServiceTokens.class).issue(Set.of(scope));
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "X-Service-Token";
        all[1] = token;
        return Http.stranger().post("/internal/policy/evaluate", body, all);
    }

    private static String text(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    @Test
    void saysWhatIsDecidedAndWhy() {
        assertThat(evaluate(ServiceScope.POLICY, text("a cat")).text())
                .isEqualTo("{\"decision\":\"block\",\"principles\":[\"cats\"]}");
        assertThat(evaluate(ServiceScope.POLICY, text("a\\nbird")).text())
                .isEqualTo("{\"decision\":\"allow\",\"principles\":[]}");
        assertThat(policy.asked).containsExactly("nobody: 5", "nobody: 6");
    }

    @Test
    void isDoneForTheMemberWhoIsNamed() {
        assertThat(evaluate(ServiceScope.POLICY, text("hi"), "X-User-Id", "usr_anna")
                        .status())
                .isEqualTo(200);
        assertThat(policy.asked).containsExactly("usr_anna: 2");
    }

    @Test
    void isNotDoneForWhomeverThereIsNot() {
        assertThat(evaluate(ServiceScope.POLICY, text("hi"), "X-User-Id", "usr_nobody")
                        .refusal())
                .isEqualTo("404 not_found");
        assertThat(evaluate(ServiceScope.POLICY, text("hi"), "X-User-Id", "me").refusal())
                .isEqualTo("400 invalid_request");
        assertThat(policy.asked).isEmpty();
    }

    @Test
    void takesAsMuchAsAMessageHolds() {
        assertThat(evaluate(ServiceScope.POLICY, text("🗼".repeat(32_000))).status())
                .isEqualTo(200);
        assertThat(evaluate(ServiceScope.POLICY, text("x".repeat(32_001))).refusal())
                .isEqualTo("413 payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"text\":null}", "{\"text\":\" \"}", "{\"text\":1}", "{\"text\":\"\\u0000\"}", "[]"})
    void refusesWhatIsNoText(String body) {
        assertThat(evaluate(ServiceScope.POLICY, body).refusal()).isEqualTo("400 invalid_request");
        assertThat(policy.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTELLIGENCE", "MEMORY", "WORKERS", "ACCOUNTS"})
    void asksForItsOwnScope(ServiceScope scope) {
        assertThat(evaluate(scope, text("hi")).refusal()).isEqualTo("403 service_token_invalid");
    }
}
