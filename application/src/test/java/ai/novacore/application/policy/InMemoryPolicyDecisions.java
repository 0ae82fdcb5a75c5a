package ai.novacore.application.policy;

import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.testing.Paging;
import ai.novacore.domain.shared.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Decisions in memory. */
public final class InMemoryPolicyDecisions implements PolicyDecisionStore {
    private final Map<String, PolicyDecision> decisions = new ConcurrentHashMap<>();

    @Override
    public void add(PolicyDecision decision) {
        decisions.putIfAbsent(decision.id(), decision);
    }

    @Override
    public Page<PolicyDecision> list(Filter filter, PageRequest page) {
        Stream<PolicyDecision> found = decisions.values().stream()
                .filter(decision -> filter.user() == null || filter.user().equals(decision.user()))
                .filter(decision -> filter.decision() == null || filter.decision() == decision.decision());
        return Paging.page(found, decision -> new Cursor(decision.at(), decision.id()), page);
    }

    @Override
    public void removeAll(UserId user) {
        decisions.values().removeIf(decision -> user.equals(decision.user()));
    }
}
