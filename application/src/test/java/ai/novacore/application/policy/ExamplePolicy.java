package ai.novacore.application.policy;

import ai.novacore.application.policy.Rule.AppliesTo;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Principle.Examples;
import java.util.Arrays;
import java.util.List;

/** A small policy about nothing that matters. */
final class ExamplePolicy {
    static final Principle CATS = new Principle(
            "cats", "No cats", "Cats stay outside.", new Examples(List.of("a cat"), List.of(), List.of()));
    static final Principle DOGS = new Principle("dogs", "Dogs", "Dogs are noted.", Examples.NONE);

    private ExamplePolicy() {}

    static Policy of(Rule... rules) {
        return new Policy("v1", List.of(CATS, DOGS), List.of(rules));
    }

    /** A rule about cats that blocks; each step is one word, or several by {@code |}. */
    static Rule block(int window, String... steps) {
        return new Rule("cats", Decision.BLOCK, AppliesTo.BOTH, window, steps(steps), List.of());
    }

    /** A rule about dogs that flags. */
    static Rule flag(int window, String... steps) {
        return new Rule("dogs", Decision.FLAG, AppliesTo.BOTH, window, steps(steps), List.of());
    }

    /** The same rule, for some texts only. */
    static Rule only(AppliesTo kind, Rule rule) {
        return new Rule(rule.principle(), rule.decision(), kind, rule.window(), rule.words(), rule.notBefore());
    }

    /** The same rule, harmless before these words. */
    static Rule notBefore(Rule rule, String... words) {
        return new Rule(
                rule.principle(), rule.decision(), rule.appliesTo(), rule.window(), rule.words(), List.of(words));
    }

    private static List<List<String>> steps(String... steps) {
        return Arrays.stream(steps).map(step -> List.of(step.split("\\|", -1))).toList();
    }
}
