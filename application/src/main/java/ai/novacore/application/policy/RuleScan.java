package ai.novacore.application.policy;

import ai.novacore.application.policy.RuleSet.Compiled;
import ai.novacore.application.policy.RuleSet.Node;
import ai.novacore.application.policy.RuleSet.Step;
import ai.novacore.application.policy.port.in.Decision;
import ai.novacore.application.policy.port.in.Principle;
import ai.novacore.application.policy.port.in.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one text, a character at a time, and notes which rules it meets.
 *
 * <p>For each step of a rule it is enough to know the latest word at which the steps up to it could have begun: whatever
 * an earlier beginning can complete, the latest one completes as well, within fewer words. So the time is linear in the
 * text and the memory does not depend on it.
 */
final class RuleScan {
    private static final long NONE = -1;
    private static final Comparator<Step> LAST_FIRST =
            Comparator.comparingInt(Step::slot).reversed();

    private final RuleSet rules;
    /** By slot: the number of the word that the steps began with, and where in the text that begins. */
    private final long[] begunAt;

    private final long[] begunFrom;
    /** What is met unless the next word makes it harmless, and where it begins. */
    private final List<Compiled> pending = new ArrayList<>();

    private final Set<Principle> flagging = new LinkedHashSet<>();
    private final Set<Principle> blocking = new LinkedHashSet<>();
    private long blockedFrom = NONE;

    private long position;
    /** How many words are complete, which is also the number of the one that is being read. */
    private long words;

    private long wordFrom = NONE;
    private @Nullable Node node;
    /** What the word that is being read does already, whatever its end. */
    private final List<Step> met = new ArrayList<>();

    RuleScan(RuleSet rules) {
        this.rules = rules;
        begunAt = new long[rules.slots];
        begunFrom = new long[rules.slots];
        Arrays.fill(begunAt, NONE);
    }

    /** How many characters were read, as {@link String#length()} counts them. */
    long position() {
        return position;
    }

    boolean isBlocked() {
        return blockedFrom != NONE;
    }

    /** Where the text begins that is blocked. */
    long blockedFrom() {
        return blockedFrom;
    }

    void read(int codePoint) {
        if (codePoint < 0x80) {
            letter(ascii(codePoint));
        } else {
            String folded = Folding.fold(codePoint);
            for (int i = 0; i < folded.length(); i++) {
                letter(folded.charAt(i));
            }
        }
        position += Character.charCount(codePoint);
    }

    /** The text is over. */
    void end() {
        letter(Folding.GAP);
        settle(List.of());
    }

    Verdict verdict() {
        Decision decision = isBlocked() ? Decision.BLOCK : flagging.isEmpty() ? Decision.ALLOW : Decision.FLAG;
        Set<Principle> touched = new LinkedHashSet<>(blocking);
        touched.addAll(flagging);
        return rules.verdict(decision, List.copyOf(touched));
    }

    /** From where on the text could be the beginning of something that is blocked; its end when nothing could. */
    long held() {
        long held = position;
        if (wordFrom != NONE && mayOpen()) {
            held = wordFrom;
        }
        for (Compiled rule : rules.rules) {
            if (rule.blocks()) {
                held = Math.min(held, held(rule));
            }
        }
        return held;
    }

    private boolean mayOpen() {
        return (node != null && node.opens()) || met.stream().anyMatch(Step::opens);
    }

    private long held(Compiled rule) {
        long held = pending.contains(rule) ? begunFrom[rule.last()] : Long.MAX_VALUE;
        for (int slot = rule.first(); slot < rule.last(); slot++) {
            long earliestEnd = words + (rule.last() - slot) - 1;
            if (begunAt[slot] != NONE
                    && earliestEnd - begunAt[slot] < rule.rule().window()) {
                held = Math.min(held, begunFrom[slot]);
            }
        }
        return held;
    }

    private static char ascii(int codePoint) {
        if (codePoint >= 'A' && codePoint <= 'Z') {
            return (char) (codePoint + ('a' - 'A'));
        }
        boolean ofAWord = (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= '0' && codePoint <= '9');
        return ofAWord ? (char) codePoint : Folding.GAP;
    }

    private void letter(char letter) {
        if (letter == Folding.GAP) {
            if (wordFrom != NONE) {
                wordEnds();
            }
            return;
        }
        if (wordFrom == NONE) {
            wordFrom = position;
            node = rules.root;
        }
        if (node != null) {
            node = node.next(letter);
            if (node != null) {
                met.addAll(node.beginning);
            }
        }
    }

    private void wordEnds() {
        if (node != null) {
            met.addAll(node.whole);
        }
        settle(met);
        if (!met.isEmpty()) {
            // The later steps first, so that one word does not meet two steps of a rule.
            met.sort(LAST_FIRST);
            met.forEach(this::meet);
            met.clear();
        }
        node = null;
        wordFrom = NONE;
        words++;
    }

    /** What stands right before this word is what it seems, unless this word makes it harmless. */
    private void settle(Collection<Step> word) {
        if (pending.isEmpty()) {
            return;
        }
        for (Compiled rule : pending) {
            if (word.stream()
                    .noneMatch(
                            step -> step.slot() == Step.HARMLESS && step.rule().first() == rule.first())) {
                hit(rule);
            }
        }
        pending.clear();
    }

    private void meet(Step step) {
        int slot = step.slot();
        if (slot == Step.HARMLESS) {
            return;
        }
        Compiled rule = step.rule();
        if (slot == rule.first()) {
            begunAt[slot] = words;
            begunFrom[slot] = wordFrom;
        } else if (begunAt[slot - 1] != NONE
                && words - begunAt[slot - 1] < rule.rule().window()) {
            begunAt[slot] = begunAt[slot - 1];
            begunFrom[slot] = begunFrom[slot - 1];
        } else {
            return;
        }
        if (slot == rule.last()) {
            if (rule.rule().notBefore().isEmpty()) {
                hit(rule);
            } else if (!pending.contains(rule)) {
                pending.add(rule);
            }
        }
    }

    private void hit(Compiled rule) {
        if (rule.blocks()) {
            blocking.add(rule.principle());
            long from = begunFrom[rule.last()];
            blockedFrom = blockedFrom == NONE ? from : Math.min(blockedFrom, from);
        } else {
            flagging.add(rule.principle());
        }
    }
}
