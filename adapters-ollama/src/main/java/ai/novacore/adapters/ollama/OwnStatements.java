package ai.novacore.adapters.ollama;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The statements in a message, each in the words in which it was said, without what only leads to it. */
final class OwnStatements {
    private static final int LONGEST = 240;
    private static final Pattern PASTED = Pattern.compile("(?s)```.*?(```|$)|(?m)^\\s*>.*$");
    /** "Am 3. Mai" is not at an end yet. */
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])\\s+"
            + "(?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\\b)|[\\r\\n;]+|\\s+[–—]\\s+|(?iu),\\s+(?=(?:no|sorry|wait|nein|äh|i mean|"
            + "i meant|ich meine|ich meinte|correction|non|perdón|pardon)[,\\s])");

    private static final Pattern CLAUSE_END = Pattern.compile(
            "(?iu)\\s*,?\\s+(?:but|however|although|though|while|aber|obwohl|mais|pero)\\s+|,?\\s+(?:and|und|et"
                    + "|y)\\s+(?!(?:i (?:are|were)|ich sind)\\b)(?=(?:i|we|my|our|ich|wir|mein|meine|unser|unsere|je|j['’]|nous|mon|ma|yo|mi|me)\\b)|,\\s+(?=(?:i|we|my|ich|wir|mein|meine|je|yo)\\s)");
    private static final Pattern LEAD = Pattern.compile(
            "(?iu)^(?:(?:hi|hello|hey|hallo|moin|hola|bonjour|salut|well|so|oh|ah|ok|okay|yes|no|yeah|ja|nein|also|by "
                    + "the way|btw|actually|honestly|fyi|sorry|wait|i mean|i meant|correction|please remember that|remember that|please note that|note that|just so you"
                    + " know|for context|übrigens|eigentlich|merk dir|bitte merk dir|oui|sí|si|non|there|nova|and|und|because|weil|since|i think|ich glaube)"
                    + "(?:[,!.:]+\\s*|\\s+(?=\\p{L})|\\s*[–-]\\s+))+");
    private static final Pattern NO_STATEMENT = Pattern.compile(
            "(?iu)\\?|？|¿|(?<![\\p{L}])(?:if|unless|imagine|suppose|pretend|let['’]s say|would|could|might|maybe|"
                    + "perhaps|probably|wish|wenn|falls|angenommen|stell dir vor|vielleicht|wahrscheinlich|würden?|hätten?|wären?|könnten?|als ob|imaginons|peut-être|"
                    + "imagina|quizás?|tal vez)(?![\\p{L}])|[\"“”„«»]\\S+\\s+\\S+\\s+\\S+");
    private static final Pattern REQUEST = Pattern.compile(
            "(?iu)^(?:please |bitte |can you |could you )?(?:translate|summari[sz]e|rewrite|rephrase|proofread|write|"
                    + "correct|fix|edit|paraphrase|continue|complete|repeat|übersetze|fasse|schreibe?|korrigiere|traduis|résume|corrige|traduce|resume)\\b");

    private OwnStatements() {}

    static List<String> in(String message) {
        List<String> statements = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(PASTED.matcher(message).replaceAll("\n"), -1)) {
            String stated = LEAD.matcher(sentence.strip()).replaceFirst("");
            if (REQUEST.matcher(stated).find()) {
                break;
            }
            if (stated.isEmpty() || NO_STATEMENT.matcher(stated).find()) {
                continue;
            }
            for (String clause : CLAUSE_END.split(stated, -1)) {
                String own = LEAD.matcher(clause.strip()).replaceFirst("");
                if (!own.isEmpty() && own.length() <= LONGEST) {
                    statements.add(asSentence(own));
                }
            }
        }
        return statements;
    }

    /** Begins with a capital letter and ends with a full stop. */
    private static String asSentence(String clause) {
        String bare = clause.replaceAll("(?U)\\s+", " ").replaceFirst("[\\s.,:!…]+$", "");
        if (bare.isEmpty()) {
            return bare;
        }
        int first = bare.offsetByCodePoints(0, 1);
        return bare.substring(0, first).toUpperCase(Locale.ROOT) + bare.substring(first) + ".";
    }
}
