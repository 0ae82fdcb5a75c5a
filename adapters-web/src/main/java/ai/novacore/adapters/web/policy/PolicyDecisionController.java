package ai.novacore.adapters.web.policy;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.policy.PolicyShapes.DecisionView;
import ai.novacore.adapters.web.policy.PolicyShapes.Decisions;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.PolicyDecisionQuery;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.Ids;
import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the policy decided, for support staff. */
@RestController
final class PolicyDecisionController {
    private final PolicyDecisionQuery decisions;

    PolicyDecisionController(PolicyDecisionQuery decisions) {
        this.decisions = decisions;
    }

    @GetMapping("/support/policy/decisions")
    Decisions list(
            @RequestParam(required = false) @Nullable String userId,
            @RequestParam(required = false) @Nullable String decision,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Filter filter = new Filter(user(userId), Choices.optional("decision", decision, Decision.class));
        PageRequest wanted = Paging.request(cursor, limit);
        Page<PolicyDecision> page = decisions.read(filter, wanted);
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
