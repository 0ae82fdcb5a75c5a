package ai.novacore.application.policy.port.in;

import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;

/** What was decided, for support staff. */
public interface PolicyDecisionQuery {

    /** The decisions, newest first. */
    Page<PolicyDecision> read(Filter filter, PageRequest page);
}
