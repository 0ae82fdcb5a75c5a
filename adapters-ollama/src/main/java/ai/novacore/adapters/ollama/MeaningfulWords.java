package ai.novacore.adapters.ollama;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text that carry its meaning, without their English endings: "lives" and "living" are one. */
final class MeaningfulWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> FUNCTION_WORDS = Set.of(
            ("a about also am an and any are as at be been but by can could d did do does for from had has have he her"
                            + " hers him his how i if in is it its just know let like ll m me member might mine my of"
                            + " on or our ours please re remember remembered remind s said say shall she should so t"
                            + " tell than that the their them then there these they this those to told too us ve was"
                            + " we were what when where which who whom whose why will with would you your yours")
                    .split(" ", -1));

    private MeaningfulWords() {}

    static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .filter(word -> !FUNCTION_WORDS.contains(word))
                .forEach(word -> words.add(stem(word)));
        return words;
    }

    /** How many of these words the text has. */
    static long shared(Set<String> words, String text) {
        return of(text).stream().filter(words::contains).count();
    }

    private static String stem(String word) {
        String stem = word;
        for (String ending : new String[] {"ing", "ed", "es", "s"}) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                stem = word.substring(0, word.length() - ending.length());
                break;
            }
        }
        return stem.endsWith("e") && stem.length() > 3 ? stem.substring(0, stem.length() - 1) : stem;
    }
}
