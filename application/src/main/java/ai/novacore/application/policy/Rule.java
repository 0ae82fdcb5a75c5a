package ai.novacore.application.policy;

import ai.novacore.application.policy.port.in.Decision;
import java.util.List;
import java.util.Set;

/**
 * Words that, close together and in this order, touch a principle. Each step is met by any one of its words; a word with
 * {@code *} at its end by all words that begin so.
 *
 * @param principle the id of the principle that it belongs to
 * @param decision {@code FLAG} or {@code BLOCK}
 * @param window in how many consecutive words all steps have to be met; as many as steps means one right after another
 * @param words the steps
 * @param notBefore words that make something harmless of it when one of them follows at once
 */
public record Rule(
        String principle,
        Decision decision,
        AppliesTo appliesTo,
        int window,
        List<List<String>> words,
        List<String> notBefore) {
    /** More words than anybody puts between two that belong together. */
    public static final int WIDEST_WINDOW = 40;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_WORD = 40;

    /** Which texts a rule is for. */
    public enum AppliesTo {
        PROMPT,
        ANSWER,
        BOTH
    }

    public Rule {
        if (decision == Decision.ALLOW) {
            throw new IllegalArgumentException("a rule flags or blocks");
        }
        words = words.stream().map(Rule::checked).toList();
        notBefore = notBefore.isEmpty() ? List.of() : checked(notBefore);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a rule needs words");
        }
        if (window < words.size() || window > WIDEST_WINDOW) {
            throw new IllegalArgumentException(
                    "the window has to be between " + words.size() + ", the number of steps, and " + WIDEST_WINDOW);
        }
    }

    private static List<String> checked(List<String> alternatives) {
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("a step needs a word");
        }
        List<String> folded = alternatives.stream().map(Rule::checked).toList();
        if (Set.copyOf(folded).size() < folded.size()) {
            throw new IllegalArgumentException("a word stands twice in a step");
        }
        return folded;
    }

    private static String checked(String word) {
        boolean beginning = isBeginning(word);
        String folded = Folding.fold(beginning ? word.substring(0, word.length() - 1) : word);
        if (folded.isEmpty() || folded.length() > LONGEST_WORD || folded.indexOf(Folding.GAP) >= 0) {
            throw new IllegalArgumentException("\"" + word + "\" is not one word of letters and digits");
        }
        if (beginning && folded.length() < SHORTEST_BEGINNING) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" would meet too much: give " + SHORTEST_BEGINNING + " letters before the *");
        }
        return beginning ? folded + "*" : folded;
    }

    static boolean isBeginning(String word) {
        return word.endsWith("*");
    }
}
