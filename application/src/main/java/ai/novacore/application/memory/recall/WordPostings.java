package ai.novacore.application.memory.recall;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which memories each form of a word stands, and how often. A memory is a number here, its slot.
 *
 * <p>Fit is measured by BM25 with k1 = 0.9 and b = 0.4, as is usual for short texts, divided by the most that the question
 * could get: 0 for no word in common, near 1 when a short memory repeats every word.
 *
 * @see <a href="https://doi.org/10.1561/1500000019">Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and
 *     Beyond (2009)</a>
 */
final class WordPostings {
    private static final double K1 = 0.9;
    private static final double B = 0.4;

    private final Map<String, Postings> forms = new HashMap<>();
    private int[] lengths = new int[16];
    private long words;
    private int memories;

    void add(int slot, List<Set<String>> text) {
        if (slot >= lengths.length) {
            lengths = Arrays.copyOf(lengths, Math.max(slot + 1, lengths.length * 2));
        }
        lengths[slot] = text.size();
        words += text.size();
        memories++;
        count(text)
                .forEach((form, times) ->
                        forms.computeIfAbsent(form, _ -> new Postings()).add(slot, times));
    }

    /** @param text as it was added */
    void remove(int slot, List<Set<String>> text) {
        words -= text.size();
        memories--;
        for (String form : count(text).keySet()) {
            forms.computeIfPresent(form, (_, postings) -> {
                postings.remove(slot);
                return postings.size == 0 ? null : postings;
            });
        }
    }

    private static Map<String, Integer> count(List<Set<String>> text) {
        Map<String, Integer> counts = new HashMap<>();
        for (Set<String> word : text) {
            for (String form : word) {
                counts.merge(form, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** How well each slot fits, 0 to 1. */
    double[] fit(List<Set<String>> question, int slots) {
        double[] fits = new double[slots];
        double most = 0;
        int[] times = new int[slots];
        for (Set<String> word : question) {
            List<Postings> found =
                    word.stream().map(forms::get).filter(p -> p != null).toList();
            // Forms of one word are one thing, as rare as the most common of them.
            int in = found.stream().mapToInt(p -> p.size).max().orElse(0);
            double weight = Math.log(1 + (memories - in + 0.5) / (in + 0.5));
            most += weight;
            add(found, weight, fits, times);
        }
        for (int slot = 0; slot < slots && most > 0; slot++) {
            fits[slot] /= most;
        }
        return fits;
    }

    private void add(List<Postings> found, double weight, double[] fits, int[] times) {
        for (Postings postings : found) {
            for (int i = 0; i < postings.size; i++) {
                int slot = postings.slots[i];
                times[slot] = Math.max(times[slot], postings.times[i]);
            }
        }
        double average = Math.max(1, words / (double) Math.max(1, memories));
        for (Postings postings : found) {
            for (int i = 0; i < postings.size; i++) {
                int slot = postings.slots[i];
                if (times[slot] > 0) {
                    double often = times[slot];
                    fits[slot] += weight * often / (often + K1 * (1 - B + B * lengths[slot] / average));
                    times[slot] = 0;
                }
            }
        }
    }

    private static final class Postings {
        private int[] slots = new int[2];
        private int[] times = new int[2];
        private int size;

        void add(int slot, int count) {
            if (size == slots.length) {
                slots = Arrays.copyOf(slots, size * 2);
                times = Arrays.copyOf(times, size * 2);
            }
            slots[size] = slot;
            times[size++] = count;
        }

        void remove(int slot) {
            for (int i = 0; i < size; i++) {
                if (slots[i] == slot) {
                    size--;
                    slots[i] = slots[size];
                    times[i] = times[size];
                    return;
                }
            }
        }
    }
}
