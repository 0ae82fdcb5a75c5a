package ai.novacore.application.reflection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A candidate's text as the gates see it. */
record Claim(String text, Mood mood, List<Word> words) {
    Claim {
        words = List.copyOf(words);
    }

    static Claim of(String text) {
        return new Claim(text, Mood.of(text), Word.all(text));
    }

    /** The words that say something. */
    List<Word> content() {
        return words.stream().filter(Word::counts).toList();
    }

    /** Names and numbers: where these differ, it is not the same fact. */
    List<Word> values() {
        return words.stream()
                .filter(word -> word.counts() && (word.named() || word.isNumber()))
                .toList();
    }

    /** Whether both say the same in the same mood, word by word. */
    boolean saysTheSameAs(Claim other) {
        return mood.equals(other.mood) && coversContentOf(other) && other.coversContentOf(this);
    }

    /** How much of what both say they share, 0 to 1. */
    double overlap(Claim other) {
        long shared = content().stream().filter(other::has).count();
        long all = content().size() + other.content().size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    boolean has(Word word) {
        return words.stream().anyMatch(word::matches);
    }

    boolean coversContentOf(Claim other) {
        List<Word> theirs = other.content();
        return !theirs.isEmpty() && theirs.stream().allMatch(this::has);
    }

    /** Whether one likes what the other one hates. */
    boolean isOppositeOf(Claim other) {
        return mood.equals(other.mood)
                && (feels(Sense.LIKE) && other.feels(Sense.HATE) || feels(Sense.HATE) && other.feels(Sense.LIKE))
                && objects().equals(other.objects())
                && !objects().isEmpty();
    }

    private boolean feels(Sense sense) {
        return words.stream().anyMatch(word -> word.sense().equals(Optional.of(sense)));
    }

    private Set<String> objects() {
        return content().stream()
                .filter(word -> word.sense().isEmpty())
                .map(Word::text)
                .collect(Collectors.toSet());
    }
}
