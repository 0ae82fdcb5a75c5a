package ai.novacore.application.reflection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that the member said.
 *
 * @param place where it stands in the message, so that of two statements the later one is known
 * @param mood how it was said
 * @param corrects whether it takes back what was said before it
 * @param words all of its words
 * @param fresh the words of which a claim has to have one: those of its second half, where it is two sentences that belong
 *     together; else all
 * @param about whom or what it is about when that is not the member: "My sister lives in Rome" is about the sister
 */
record Clause(int place, Mood mood, boolean corrects, List<Word> words, List<Word> fresh, Optional<Word> about) {

    /** Only at its beginning: "I live with my sister" is about who speaks. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?iu)^(?:(?:but|and|also|so|well|because|since|yes|no|aber|und|auch|ja"
                    + "|nein|et|mais|y|pero)[,\\s]+)*(?:my|our|mein|meine|unser|unsere|mon|ma|mes|notre|mi|mis|nuestro|nuestra|mio|mia|il mio"
                    + "|la mia)\\s+(?:(?:older|younger|elder|eldest|oldest|youngest|little|big|best|new|old|late|first|second|ex|dear|other|kleine[rs]?|große[rs]?|"
                    + "ältere[rs]?|jüngere[rs]?|beste[rs]?|alte[rs]?|neue[rs]?|liebe[rs]?|erste[rs]?|meilleure?|petite?|grande?|mejor)\\s+)?(?<who>\\p{L}+)(?<rest>.*)$",
            Pattern.DOTALL);

    private static final Pattern THEY = Pattern.compile(
            "(?iu)^(?:(?:but|and|because|aber|und|weil|denn|et|mais|y|pero)\\s+)?"
                    + "(?<who>he|she|they|er|il|elle|ils|elles|él|ella|ellos|lui|lei)\\s+\\S.*$",
            Pattern.DOTALL);

    /** "My name", "my job" and the like say something about the member. */
    private static final Pattern OWN =
            Pattern.compile("(?iu)name|vorname|nachname|job|beruf|profession|occupation|birthday|geburtstag"
                    + "|anniversaire|cumpleaños|age|alter|home|hometown|heimat|wohnort|address|favou?rite|liebling\\w*|hobby|hobbies|hobbys"
                    + "|allergies|allergien|allergy|allergie|nom|prénom|nombre|métier|trabajo|blood|blutgruppe|shoe|phone|e|email|diet|goal"
                    + "|goals|ziel|dream|plan|plans|native|muttersprache");

    Clause {
        words = List.copyOf(words);
        fresh = List.copyOf(fresh);
    }

    static Clause of(int place, String text, boolean corrects) {
        List<Word> words = Word.all(text);
        return new Clause(place, Mood.of(text), corrects, words, words, aboutIn(text));
    }

    /** This and what follows it, which cannot be understood alone. */
    Clause with(String next, boolean corrects) {
        List<Word> more = Word.all(next);
        List<Word> both = new ArrayList<>(words);
        both.addAll(more);
        Mood how = Mood.of(next);
        return new Clause(place + 1, how, corrects, both, more, about);
    }

    /** Whether all that a claim says stands here. */
    boolean says(List<Word> claim) {
        List<Word> content = claim.stream().filter(Word::counts).toList();
        return content.stream().allMatch(this::has)
                && touchesTheFresh(content)
                && about.map(who -> claim.stream().anyMatch(who::matches)).orElse(true);
    }

    /** What is taken back by the second sentence stands in the first, so a claim has to say all of the second. */
    private boolean touchesTheFresh(List<Word> claim) {
        if (fresh.size() == words.size()) {
            return true;
        }
        return corrects
                ? fresh.stream()
                        .filter(Word::counts)
                        .allMatch(word -> claim.stream().anyMatch(word::matches))
                : claim.stream().anyMatch(word -> fresh.stream().anyMatch(word::matches));
    }

    boolean has(Word word) {
        return words.stream().anyMatch(word::matches);
    }

    private static Optional<Word> aboutIn(String text) {
        Matcher others = OTHERS.matcher(text.strip());
        if (others.matches() && !OWN.matcher(others.group("who")).matches()) {
            return Word.all(others.group("who")).stream().findFirst();
        }
        Matcher they = THEY.matcher(text.strip());
        return they.matches() ? Word.all(they.group("who")).stream().findFirst() : Optional.empty();
    }
}
