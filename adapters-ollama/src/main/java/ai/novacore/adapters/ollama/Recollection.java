package ai.novacore.adapters.ollama;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The remembered sentences that the stand-in may quote, sorted by whose they are. Remembered exchanges have lines
 * {@code Member said: …} and {@code Assistant answered: …}; any other text is a fact and counts as the member's.
 */
final class Recollection {
    private static final String MEMBER = "Member said:";
    private static final String ASSISTANT = "Assistant answered:";
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])\\s+|\\R+");

    /** In every answer of the stand-in, so that it does not quote itself. */
    private static final String OWN_WORDS = "built-in stand-in";

    private final List<String> ofMember = new ArrayList<>();
    private final List<String> ofAssistant = new ArrayList<>();

    Recollection(List<String> memories) {
        memories.forEach(this::add);
    }

    /** The sentences that share the most of these words, at most three; the member's before the assistant's. */
    List<String> closestTo(Set<String> words) {
        List<String> closest = closest(ofMember, words);
        return closest.isEmpty() ? closest(ofAssistant, words) : closest;
    }

    /** What the member said, best remembered first. */
    List<String> best(int count) {
        return ofMember.stream().limit(count).toList();
    }

    private void add(String memory) {
        boolean byMember = true;
        StringBuilder said = new StringBuilder();
        for (String line : memory.lines().toList()) {
            if (line.startsWith(MEMBER) || line.startsWith(ASSISTANT)) {
                addSentences(said.toString(), byMember);
                said.setLength(0);
                byMember = line.startsWith(MEMBER);
                said.append(line, line.indexOf(':') + 1, line.length());
            } else {
                said.append('\n').append(line);
            }
        }
        addSentences(said.toString(), byMember);
    }

    private void addSentences(String said, boolean byMember) {
        if (!byMember && said.contains(OWN_WORDS)) {
            return;
        }
        List<String> sentences = byMember ? ofMember : ofAssistant;
        for (String part : SENTENCE_END.split(said.strip(), -1)) {
            String sentence = part.strip();
            // What was only asked is no answer.
            if (!sentence.isEmpty() && !sentence.endsWith("?") && !sentences.contains(sentence)) {
                sentences.add(sentence);
            }
        }
    }

    private static List<String> closest(List<String> sentences, Set<String> words) {
        Map<String, Long> shared = new LinkedHashMap<>();
        sentences.forEach(sentence -> shared.put(sentence, MeaningfulWords.shared(words, sentence)));
        long most = shared.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return most == 0
                ? List.of()
                : shared.entrySet().stream()
                        .filter(entry -> entry.getValue() == most)
                        .map(Map.Entry::getKey)
                        .limit(3)
                        .toList();
    }
}
