package ai.novacore.adapters.web.policy;

import ai.novacore.adapters.web.openapi.ForServices;
import ai.novacore.adapters.web.policy.PolicyShapes.Evaluate;
import ai.novacore.adapters.web.policy.PolicyShapes.VerdictView;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.policy.port.in.EvaluateTextUseCase;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Judges texts for other services, on behalf of a member or of nobody. */
@ForServices
@RestController
final class PolicyEvaluationController {
    private final EvaluateTextUseCase policy;

    PolicyEvaluationController(EvaluateTextUseCase policy) {
        this.policy = policy;
    }

    /** @param member absent when the service names none */
    @Parameter(
            in = ParameterIn.HEADER,
            name = "X-User-Id",
            description = "The member whose text it is, if it is a member's",
            schema = @Schema(type = "string"))
    @PostMapping("/internal/policy/evaluate")
    VerdictView evaluate(@AuthenticationPrincipal @Nullable Member member, @Valid @RequestBody Evaluate body) {
        return VerdictView.of(policy.evaluate(member == null ? null : member.id(), body.checked()));
    }
}
