package ai.novacore.adapters.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.adapters.web.testing.TestServer;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.PolicyBlocked;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Principle.Examples;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.domain.shared.DomainRejection.RuleBroken;
import ai.novacore.domain.shared.RejectionKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainingRejections {
    private final Problems problems = TestServer.local().bean(Problems.class);

    @ParameterizedTest
    @CsvSource({
        "INVALID, 400",
        "NOT_FOUND, 404",
        "UNAUTHENTICATED, 401",
        "FORBIDDEN, 403",
        "CONFLICT, 409",
        "EXPIRED, 410",
        "LIMIT_REACHED, 429"
    })
    void givesEachKindItsStatus(RejectionKind kind, int status) {
        Problem problem = problems.of(new RuleBroken(kind, "some_rule", "Some rule."));

        assertThat(problem.status().value()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo("some_rule");
        assertThat(problem.title()).isEqualTo("Some rule");
        assertThat(problem.headers().containsKey("Retry-After")).isEqualTo(status == 429);
        assertThat(problem.headers().containsKey("WWW-Authenticate")).isEqualTo(status == 401);
    }

    @Test
    void namesThePrincipleThatBlocksInItsOwnWords() {
        Principle first = new Principle("cats", "No cats", "Cats stay outside.", Examples.NONE);
        Principle second = new Principle("dogs", "No dogs", "Dogs, too.", Examples.NONE);

        Problem problem = problems.of(
                new PolicyBlocked(new Verdict(Decision.BLOCK, List.of(first, second), "v1", Verdict.RULES)));

        assertThat(problem.status().value()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("policy_blocked");
        assertThat(problem.detail()).isEqualTo("Cats stay outside.");
        assertThat(problem.fields()).containsEntry("principle", "No cats").containsEntry("principleId", "cats");
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryModelFailureByItsCode(ModelFailure.Kind kind) {
        assertThat(problems.of(new ModelFailure(kind, "for operators")).code()).isEqualTo(kind.code());
    }

    @Test
    void saysWhenToAskAModelAgainThatIsAway() {
        Problem problem = problems.of(new ModelFailure(ModelFailure.Kind.UNAVAILABLE, "for operators"));

        assertThat(problem.status().value()).isEqualTo(503);
        assertThat(problem.headers()).containsEntry("Retry-After", "5");
    }

    @Test
    void refusesAPromptThatTheModelCannotReadAsTooLarge() {
        Problem problem = problems.of(new ModelFailure(ModelFailure.Kind.TOO_LONG, "for operators"));

        assertThat(problem.status().value()).isEqualTo(413);
        assertThat(problem.code()).isEqualTo("payload_too_large");
    }
}
