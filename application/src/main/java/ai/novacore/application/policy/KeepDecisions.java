package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.KeepDecisionUseCase;
import ai.novacore.application.policy.port.in.PolicyDecisionQuery;
import ai.novacore.application.policy.port.in.Verdict;
import ai.novacore.application.policy.port.out.PolicyDecisionStore;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import java.time.Clock;

/** Keeps decisions, and shows them. */
public final class KeepDecisions implements KeepDecisionUseCase, PolicyDecisionQuery {
    private final PolicyDecisionStore store;
    private final IdGenerator ids;
    private final Clock clock;

    public KeepDecisions(PolicyDecisionStore store, IdGenerator ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void keep(About about, Verdict verdict) {
        store.add(new PolicyDecision(
                ids.next("pol_"),
                clock.instant(),
                about.user(),
                about.conversation(),
                about.turn(),
                about.direction(),
                verdict.decision(),
                verdict.principleIds(),
                verdict.policyVersion(),
                verdict.judge()));
    }

    @Override
    public Page<PolicyDecision> read(Filter filter, PageRequest page) {
        return store.list(filter, page);
    }
}
