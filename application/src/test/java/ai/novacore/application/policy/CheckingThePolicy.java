package ai.novacore.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.PolicyHealthQuery.GuardHealth;
import ai.novacore.application.policy.port.in.PolicyHealthQuery.PolicyHealth;
import ai.novacore.application.shared.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckingThePolicy {
    private static final String PROBLEM = "the guard is missing; to install it: ollama pull guard";
    private final ManualClock clock = new ManualClock();
    private final ScriptedGuard guard = ScriptedGuard.saying(Decision.ALLOW);

    @Test
    void saysWhatThePolicyIs() {
        assertThat(new CheckPolicy(ExamplePolicy.of(), null, WhenJudgeFails.BLOCK, clock).health())
                .isEqualTo(new PolicyHealth(true, "v1", 2, null));
    }

    @Test
    void isDownWhenNothingCanGetThrough() {
        guard.missing = true;

        assertThat(new CheckPolicy(ExamplePolicy.of(), guard, WhenJudgeFails.BLOCK, clock).health())
                .isEqualTo(new PolicyHealth(false, "v1", 2, new GuardHealth("guard", PROBLEM)));
        assertThat(new CheckPolicy(ExamplePolicy.of(), guard, WhenJudgeFails.ALLOW, clock).health())
                .isEqualTo(new PolicyHealth(true, "v1", 2, new GuardHealth("guard", PROBLEM)));
    }

    @Test
    void asksAgainAfterAWhile() {
        CheckPolicy check = new CheckPolicy(ExamplePolicy.of(), guard, WhenJudgeFails.BLOCK, clock);
        assertThat(check.health().up()).isTrue();
        guard.missing = true;

        assertThat(check.health().up()).isTrue();
        clock.advance(Duration.ofSeconds(4));
        assertThat(check.health().up()).isFalse();
    }
}
