package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules made ready for reading: all their words in one tree of letters, so that reading a text costs one step a letter,
 * however many rules there are. Immutable; shared by all texts.
 */
final class RuleSet {
    /** Where all words begin. */
    final Node root = new Node();

    final List<Compiled> rules;
    final int slots;
    private final String version;

    /** A rule and its principle; its steps have the slots from {@code first} on. */
    record Compiled(Rule rule, Principle principle, int first) {
        int last() {
            return first + rule.words().size() - 1;
        }

        boolean blocks() {
            return rule.decision() == Decision.BLOCK;
        }
    }

    /** What a word does for a rule: meets the step of a slot, or takes the harm out of what stands before it. */
    record Step(Compiled rule, int slot) {
        static final int HARMLESS = -1;

        /** Whether something that blocks could begin with it. */
        boolean opens() {
            return slot == rule.first() && rule.blocks();
        }
    }

    /** A place in the tree. */
    static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        /** What words do that end here. */
        final List<Step> whole = new ArrayList<>();
        /** What words do that go through here. */
        final List<Step> beginning = new ArrayList<>();
        /** Whether something that blocks could begin with a word from here on. */
        private boolean opens;

        @Nullable Node next(char letter) {
            return next.get(letter);
        }

        boolean opens() {
            return opens;
        }
    }

    /** The rules for texts of a kind; all rules when it is {@code BOTH}. */
    static RuleSet of(Policy policy, Rule.AppliesTo kind) {
        return new RuleSet(policy, kind);
    }

    private RuleSet(Policy policy, Rule.AppliesTo kind) {
        List<Compiled> compiled = new ArrayList<>();
        int slot = 0;
        for (Rule rule : policy.rules()) {
            if (kind == Rule.AppliesTo.BOTH || rule.appliesTo() == Rule.AppliesTo.BOTH || rule.appliesTo() == kind) {
                Compiled one =
                        new Compiled(rule, policy.principle(rule.principle()).orElseThrow(), slot);
                compiled.add(one);
                plant(one);
                slot = one.last() + 1;
            }
        }
        rules = List.copyOf(compiled);
        slots = slot;
        version = policy.version();
    }

    private void plant(Compiled rule) {
        int slot = rule.first();
        for (List<String> alternatives : rule.rule().words()) {
            for (String word : alternatives) {
                plant(word, new Step(rule, slot));
            }
            slot++;
        }
        for (String word : rule.rule().notBefore()) {
            plant(word, new Step(rule, Step.HARMLESS));
        }
    }

    private void plant(String word, Step step) {
        boolean beginning = Rule.isBeginning(word);
        Node node = root;
        for (char letter :
                word.substring(0, beginning ? word.length() - 1 : word.length()).toCharArray()) {
            node = node.next.computeIfAbsent(letter, _ -> new Node());
            node.opens |= step.opens();
        }
        (beginning ? node.beginning : node.whole).add(step);
    }

    Verdict verdict(Decision decision, List<Principle> principles) {
        return new Verdict(decision, principles, version, Verdict.RULES);
    }
}
