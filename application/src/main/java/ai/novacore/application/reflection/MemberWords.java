package ai.novacore.application.reflection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a member stated in a message. Left out is what states nothing about them: questions and requests, what might be or
 * would be, what others say, what is quoted or pasted, and what was taken back or meant as a joke.
 */
final class MemberWords {
    private static final Pattern CODE = Pattern.compile("(?s)```.*?(```|$)");
    private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^\\s*>.*$");
    /** A quoted name or title has few words. */
    private static final Pattern QUOTATION = Pattern.compile("[\"“„«»”](?:[^\"“”„«»\\s]+\\s+){2,}[^\"“”„«»]*[\"“”»«]");

    /** "Am 3. Mai" is not at an end yet. */
    private static final Pattern SENTENCE_END = Pattern.compile(
            "(?<=[.!?…。！？])\\s+"
                    + "(?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\\b)|(?<=[。！？])|[\\r\\n;]+|\\s+[–—]\\s+"
                    + "|(?iu),\\s+(?=(?:no|sorry|wait|nein|äh|i mean|i meant|ich meine|ich meinte|correction|non|perdón|pardon)[,\\s])");

    private static final Pattern QUESTION = Pattern.compile("(?su).*[?？]\\W*$|^\\W*¿.*");
    private static final Pattern ASKED =
            words("^\\W*(?:(?:hi|hello|hey|so|and|but|ok|okay|please|bitte|also|und)[,!\\s]+)*"
                    + "(?:(?:am|is|are|was|were|do|does|did|can|could|would|will|should|may|have|has)\\s+(?:i|you|he|she|it|we|they|there|"
                    + "my|your)|what|who|whose|when|where|why|how|which|tell me|remind me|guess|kannst|könntest|würdest|weißt|sag mir|"
                    + "erzähl|wer|wann|warum|wieso|welche[rs]?|was|wo|wie|est-ce|qui|que|quel|quelle|où|pourquoi|comment|peux-tu|pouvez|"
                    + "dis-moi|quién|qué|dónde|cuándo|cómo|puedes|podrías|dime|chi|dove|puoi)");

    private static final Pattern REQUEST =
            words("^\\W*(?:(?:hi|hello|hey|ok|okay|please|bitte|can you|could you)[,!\\s]+)*"
                    + "(?:translate|summari[sz]e|rewrite|rephrase|proofread|write|correct|fix|edit|paraphrase|explain|analy[sz]e|review|"
                    + "repeat|say|continue|complete|classify|extract|übersetze|fasse|schreibe?|korrigiere|formuliere|erkläre|wiederhole|"
                    + "traduis|résume|corrige|écris|traduce|traduzca|resume|escribe|corrige|traduci|scrivi)");

    private static final Pattern UNREAL =
            words("if|unless|imagine|suppose|supposing|pretend|hypothetically|let['’]s say|say i|as though"
                    + "|maybe|perhaps|possibly|probably|might|could|would|i['’]d|wish|wenn|falls|sofern|angenommen|stell dir vor|nehmen wir"
                    + "|vielleicht|womöglich|wahrscheinlich|könnte|hätte|wäre|würde|würden|als ob|si|imaginons|imagine|peut-être|supposons"
                    + "|imagina|imaginemos|quizás|quizá|tal vez|supongamos|sería|se fossi|forse|role ?play|in my (?:novel|story|game|dream)"
                    + "|in meinem (?:roman|traum|spiel)|the character|main character|my character|protagonist|i dreamt|i dreamed"
                    + "|not sure|unsure|nicht sicher");

    private static final Pattern REPORTED = words(
            "(?:he|she|they|it|\\p{L}+) (?:says|said|claims|claimed|thinks|believes|insists|swears|wrote|"
                    + "writes|told (?:me|us)|sagt|sagte|meint|meinte|behauptet|behauptete|glaubt|schrieb|schreibt|dit|dice|dijo|pense|prétend"
                    + "|afirma)|according to|laut|angeblich|they call me|people call me|accused me|the (?:text|article|letter|lyrics) (?:says|goes)");

    /** "I said" is nobody else. */
    private static final Pattern OWN_REPORT = words("i (?:said|told|think|believe)|ich (?:sagte|meinte|glaube)");

    private static final Pattern JOKE =
            words("just kidding|kidding|only joking|just joking|jk|lol|was a joke|not really|nur spaß|nur ein"
                    + " scherz|kleiner scherz|war ein witz|scherz beiseite|je plaisante|je rigole|es broma|era broma|scherzo|scratch that|forget"
                    + " that|vergiss das|ignore that|never mind");

    private static final Pattern LAUGHTER = Pattern.compile("[😂🤣😜😉🙃]|(?<!\\S)/s(?!\\S)");

    private static final Pattern CORRECTION = words(
            "^\\W*(?:(?:oh|ah|äh|uh|sorry|oops|ups|no|nein|non|not|doch)[,.!\\s–-]+)*(?:actually|correction|i mean|i meant|"
                    + "rather|wait|my mistake|make that|eigentlich|korrektur|ich meine|ich meinte|genauer|moment|vielmehr|en fait|plutôt|je veux dire"
                    + "|pardon|en realidad|quiero decir|perdón|anzi)|^\\W*(?:no|nein|non|nope|sorry|oops|ups|pardon|perdón)\\s*[,.!–-]+");

    /** What a correction begins with; the rest is what is right. */
    private static final Pattern FILLERS =
            words("^\\W*(?:(?:oh|ah|äh|uh|sorry|oops|ups|no|nein|non|not|doch|actually|correction|i mean|i meant|"
                    + "rather|wait|my mistake|make that|eigentlich|korrektur|ich meine|ich meinte|genauer|moment|vielmehr|en fait|plutôt"
                    + "|pardon|en realidad|quiero decir|perdón|anzi)[,.!:\\s–-]*)+");

    /** What cannot be understood without the sentence before. */
    private static final Pattern LEANING = words(
            "^\\W*(?:(?:and|und|et|y)\\s+)?(?:he|she|it|they|his|her|its|their|er|sie|es|sein|seine|ihr|ihre|il|elle|"
                    + "son|sa|él|ella|su|lui|that['’]s|das ist|this is|both|beide)");

    private static final Pattern TURN = Pattern.compile(
            "(?iu)\\s*[,;]?\\s+(?:but|however|though|although|whereas|while|aber|obwohl|während|sondern"
                    + "|doch|mais|pourtant|pero|aunque|ma però)\\s+|,?\\s+(?:and|und|et|y|e)\\s+(?!(?:i (?:are|were)|ich sind)\\b)(?=(?:i|we|my|our|ich|wir|mein|meine|unser|je|j['’]|nous|mon|ma|yo"
                    + "|mi|io)\\b)|,?\\s+(?:and|und|et|y|e)\\s+(?=(?:also\\s+)?(?:live|work|like|love|hate|prefer|moved|have|am|lebe|wohne|arbeite|mag|liebe|hasse"
                    + "|habe|bin|vis|habite|travaille|aime|vivo|trabajo|tengo|soy|odio)\\b)|,\\s+(?=(?:i|we|ich|wir|je|nous|yo)\\s)");

    /** Nobody states something about themselves in more; it keeps the patterns from long texts, too. */
    private static final int LONGEST_SENTENCE = 600;

    private MemberWords() {}

    /** In the order in which they were said. */
    static List<Clause> stated(String message) {
        List<Clause> stated = new ArrayList<>();
        List<String> sentences = sentences(message);
        for (int i = 0; i < sentences.size(); i++) {
            String sentence = sentences.get(i);
            if (REQUEST.matcher(sentence).find()) {
                // Whatever is to be translated or corrected follows, and is not said by the member.
                break;
            }
            if (!isStatement(sentence) || takenBack(sentences, i)) {
                continue;
            }
            boolean corrects = CORRECTION.matcher(sentence).find();
            if (i > 0 && (corrects || LEANING.matcher(sentence).find()) && isStatement(sentences.get(i - 1))) {
                stated.add(Clause.of(i * 10, sentences.get(i - 1), false)
                        .with(corrects ? FILLERS.matcher(sentence).replaceFirst("") : sentence, corrects));
            }
            boolean corrected = i + 1 < sentences.size()
                    && CORRECTION.matcher(sentences.get(i + 1)).find();
            if (!corrected) {
                clauses(stated, i * 10, sentence, corrects);
            }
        }
        return List.copyOf(stated);
    }

    private static void clauses(List<Clause> stated, int place, String sentence, boolean corrects) {
        String[] parts = TURN.split(sentence, -1);
        int at = place;
        for (String part : parts) {
            if (!part.isBlank()) {
                stated.add(Clause.of(at, part, corrects));
                at = Math.min(at + 1, place + 9);
            }
        }
    }

    private static List<String> sentences(String message) {
        String own = CODE.matcher(CleanText.visible(message)).replaceAll("\n");
        own = QUOTED_LINE.matcher(own).replaceAll("");
        own = QUOTATION.matcher(own).replaceAll(" “” ");
        return SENTENCE_END
                .splitAsStream(own)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static boolean isStatement(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE
                && !QUESTION.matcher(sentence).matches()
                && !ASKED.matcher(sentence).find()
                && !UNREAL.matcher(sentence).find()
                && (!REPORTED.matcher(sentence).find()
                        || OWN_REPORT.matcher(sentence).find());
    }

    private static boolean takenBack(List<String> sentences, int at) {
        return isJoke(sentences.get(at)) || at + 1 < sentences.size() && isJoke(sentences.get(at + 1));
    }

    private static boolean isJoke(String sentence) {
        return JOKE.matcher(sentence).find() || LAUGHTER.matcher(sentence).find();
    }

    private static Pattern words(String alternatives) {
        String bounded = alternatives.startsWith("^")
                ? "(?:" + alternatives + ")(?![\\p{L}\\p{N}])"
                : "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])";
        return Pattern.compile("(?iu)" + bounded);
    }
}
