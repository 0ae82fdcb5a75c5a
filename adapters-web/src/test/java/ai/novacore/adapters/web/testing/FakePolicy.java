package ai.novacore.adapters.web.testing;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.EvaluateTextUseCase;
import ai.novacore.application.policy.port.in.PolicyDecisionQuery;
import ai.novacore.application.policy.port.in.PolicyHealthQuery;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Principle.Examples;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Direction;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Blocks what is about cats, and notes what it is asked. */
public final class FakePolicy implements EvaluateTextUseCase, PolicyDecisionQuery, PolicyHealthQuery {
    public static final PolicyHealth WELL = new PolicyHealth(true, "v1", 2, null);

    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile PolicyHealth health = WELL;

    @Override
    public Verdict evaluate(@Nullable UserId user, String text) {
        asked.add((user == null ? "nobody" : user.value()) + ": " + text.length());
        return text.contains("cat")
                ? new Verdict(
                        Decision.BLOCK, List.of(new Principle("cats", "No cats", "No.", Examples.NONE)), "v1", "rules")
                : new Verdict(Decision.ALLOW, List.of(), "v1", "rules");
    }

    @Override
    public Page<PolicyDecision> read(Filter filter, PageRequest page) {
        asked.add((filter.user() == null ? "anybody" : filter.user().value()) + ", " + filter.decision());
        PolicyDecision newer = new PolicyDecision(
                "pol_2",
                TestServer.NOW,
                new UserId("usr_ben"),
                new ConversationId("cnv_1"),
                new TurnId("trn_1"),
                Direction.ANSWER,
                Decision.BLOCK,
                List.of("cats", "dogs"),
                "v1",
                "guard");
        PolicyDecision older = new PolicyDecision(
                "pol_1",
                TestServer.NOW,
                null,
                null,
                null,
                Direction.EVALUATION,
                Decision.ALLOW,
                List.of(),
                "v1",
                "rules");
        return page.after() == null
                ? new Page<>(List.of(newer), new Cursor(newer.at(), newer.id()))
                : new Page<>(List.of(older), null);
    }

    @Override
    public PolicyHealth health() {
        return health;
    }
}
