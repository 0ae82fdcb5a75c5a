package ai.novacore.adapters.web.policy;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.policy.PolicyShapes.DecisionView;
import ai.novacore.adapters.web.policy.PolicyShapes.Decisions;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.PolicyDecisionQuery;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.Ids;
import ai.novacore.domain.shared.UserId;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the policy decided, for support staff, who say why they look. */
@RestController
final class PolicyDecisionController {
    private static final String REASON = "X-Support-Reason";
    private static final int LONGEST_REASON = 200;

    private final PolicyDecisionQuery decisions;

    PolicyDecisionController(PolicyDecisionQuery decisions) {
        this.decisions = decisions;
    }

    @Parameter(
            in = ParameterIn.HEADER,
            name = REASON,
            required = true,
            description = "Why this is looked at; kept in the security log",
            schema = @Schema(type = "string", minLength = 1, maxLength = LONGEST_REASON))
    @GetMapping("/support/policy/decisions")
    Decisions list(
            @AuthenticationPrincipal Member reader,
            @RequestParam(required = false) @Nullable String userId,
            @RequestParam(required = false) @Nullable String decision,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            HttpServletRequest request) {
        String reason = Texts.required(REASON, request.getHeader(REASON), LONGEST_REASON);
        Filter filter = new Filter(user(userId), Choices.optional("decision", decision, Decision.class));
        PageRequest wanted = Paging.request(cursor, limit);
        Page<PolicyDecision> page = decisions.read(reader.id(), reason, filter, wanted);
        return new Decisions(page.items().stream().map(DecisionView::of).toList(), Paging.encode(page.next()));
    }

    private static @Nullable UserId user(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        if (!Ids.isValid("usr_", id)) {
            throw Refused.field("userId", "is not the id of a member");
        }
        return new UserId(id);
    }
}
