package ai.novacore.application.memory;

import ai.novacore.application.memory.port.out.WordAnalyzer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words as they are written, in lower case, without a few that mean nothing by themselves. */
public final class PlainWords implements WordAnalyzer {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Set<String> STOP_WORDS =
            Set.of("the", "of", "and", "a", "is", "what", "when", "did", "has", "in", "to", "i", "s");

    @Override
    public List<Set<String>> remembered(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(word -> !STOP_WORDS.contains(word))
                .map(Set::of)
                .toList();
    }

    @Override
    public List<Set<String>> asked(String question) {
        return remembered(question);
    }
}
