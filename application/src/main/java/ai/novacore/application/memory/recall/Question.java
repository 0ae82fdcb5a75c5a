package ai.novacore.application.memory.recall;

import ai.novacore.application.memory.port.out.MemoryIndex.Query;
import ai.novacore.application.memory.port.out.WordAnalyzer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A search, read.
 *
 * @param words what is looked for, without the names of speakers
 * @param speakers whose words are looked for, of those who say something in this person's memories
 * @param time the time it names
 * @param asksForTime whether the answer is a time
 */
record Question(
        Query query, List<Set<String>> words, Set<String> speakers, Optional<TimeSpan> time, boolean asksForTime) {
    /** Of a longer text only this beginning counts; that is more than any question. */
    private static final int LONGEST = 2_000;

    private static final int MOST_WORDS = 64;

    /** @param speakers all that there are */
    static Question read(Query query, Set<String> speakers, WordAnalyzer analyzer) {
        String text = beginning(query.text());
        Set<String> named = Set.copyOf(speakers.stream()
                .filter(speaker -> Speaker.isNamed(speaker, text))
                .toList());
        return new Question(
                query,
                analyzer.asked(Speaker.without(named, text)).stream()
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList(),
                named,
                TimeExpressions.in(text, query.now()),
                TimeWords.askForTime(text));
    }

    static String beginning(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Whether nothing but somebody's name is looked for. */
    boolean isOnlyAName() {
        return words.isEmpty() && !speakers.isEmpty();
    }
}
