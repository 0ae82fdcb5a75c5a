package ai.novacore.application.policy.port.in;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What was decided about a text.
 *
 * @param principles the ones that the text touches, first the one to name; empty when it is allowed
 * @param policyVersion by which policy
 * @param judge who decided: {@link #RULES}, {@link #GUARD}, or nobody ({@link #UNJUDGED})
 */
public record Verdict(Decision decision, List<Principle> principles, String policyVersion, String judge) {
    public static final String RULES = "rules";
    public static final String GUARD = "guard";
    /** Who should have judged could not; also the id of the principle that then stands in the verdict. */
    public static final String UNJUDGED = "unjudged";

    public Verdict {
        principles = List.copyOf(principles);
    }

    public boolean isBlocked() {
        return decision == Decision.BLOCK;
    }

    /** The stronger of the two, with the principles of both; of equals the earlier one, unless both allow. */
    public Verdict and(Verdict later) {
        boolean laterLeads =
                later.decision.compareTo(decision) > 0 || (later.decision == Decision.ALLOW && principles.isEmpty());
        Verdict leading = laterLeads ? later : this;
        LinkedHashSet<Principle> all = new LinkedHashSet<>(leading.principles);
        all.addAll(laterLeads ? principles : later.principles);
        return new Verdict(leading.decision, new ArrayList<>(all), leading.policyVersion, leading.judge);
    }

    /** The ids of the principles, in their order. */
    public List<String> principleIds() {
        return principles.stream().map(Principle::id).toList();
    }
}
