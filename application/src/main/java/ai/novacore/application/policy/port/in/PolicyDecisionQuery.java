package ai.novacore.application.policy.port.in;

import ai.novacore.application.policy.port.out.PolicyDecisionStore.Filter;
import ai.novacore.application.policy.port.out.PolicyDecisionStore.PolicyDecision;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.shared.UserId;

/** What was decided, for support staff. */
public interface PolicyDecisionQuery {

    /**
     * The decisions, newest first. Each reading is told to whoever watches over the product.
     *
     * @param reader who reads
     * @param reason why, in the reader's own words; plain text on one line
     */
    Page<PolicyDecision> read(UserId reader, String reason, Filter filter, PageRequest page);
}
