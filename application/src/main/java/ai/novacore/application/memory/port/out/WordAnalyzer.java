package ai.novacore.application.memory.port.out;

import java.util.List;
import java.util.Set;

/**
 * Takes texts of any language apart into words, so that a word is found in another inflection. Safe for use by many threads;
 * the same text is always taken apart in the same way.
 */
public interface WordAnalyzer {

    /**
     * The words of a memory in their order, without those that mean nothing by themselves, each as the forms that it is
     * found by: never none.
     */
    List<Set<String>> remembered(String text);

    /**
     * The words that somebody looks for, each as the forms of which one must stand in a memory. Words that only make a
     * question of it ("when did") are left out.
     */
    List<Set<String>> asked(String question);
}
