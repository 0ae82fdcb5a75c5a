package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The principles, and the rules that hold without a model.
 *
 * @param version names this state of it; stored with every decision
 */
public record Policy(String version, List<Principle> principles, List<Rule> rules) {

    public Policy {
        principles = List.copyOf(principles);
        rules = List.copyOf(rules);
        Set<String> ids = new HashSet<>();
        for (Principle principle : principles) {
            if (principle.id().equals(Verdict.UNJUDGED) || !ids.add(principle.id())) {
                throw new IllegalArgumentException("the id " + principle.id() + " is taken");
            }
        }
        for (Rule rule : rules) {
            if (!ids.contains(rule.principle())) {
                throw new IllegalArgumentException("there is no principle " + rule.principle());
            }
        }
    }

    Optional<Principle> principle(String id) {
        return principles.stream()
                .filter(principle -> principle.id().equals(id))
                .findFirst();
    }

    /** Whether anything is ever blocked because of a principle, by its rules or by its examples. */
    boolean blocks(Principle principle) {
        return !principle.examples().blocked().isEmpty()
                || rules.stream()
                        .anyMatch(rule -> rule.principle().equals(principle.id()) && rule.decision() == Decision.BLOCK);
    }
}
