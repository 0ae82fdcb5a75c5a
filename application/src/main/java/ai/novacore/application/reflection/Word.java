package ai.novacore.application.reflection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A word as the gates compare it.
 *
 * @param text in lower case
 * @param named whether it is written like a name; German writes all nouns so
 * @param sense what it says, where that is said in many ways
 */
record Word(String text, boolean named, Optional<Sense> sense) {
    /** Scripts that do not part words are compared character by character. */
    private static final Pattern WORD = Pattern.compile("\\p{N}+(?:[.,:/-]\\p{N}+)*"
            + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]"
            + "|[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]][\\p{L}\\p{M}]*");

    private static final Pattern NUMBER = Pattern.compile("\\p{N}.*");
    private static final List<String> NAME_ENDINGS = List.of("s", "e", "n", "en", "es", "er", "ern");
    private static final int SHORTEST_STEM = 4;

    private static final Set<String> IDLE =
            Set.copyOf(List.of(("a about after all also although am an and any are as at be because"
                            + " been being but by can did do does doing don for from he her hers him his i if in into is it its"
                            + " just ll m me more most much my myself now of on or our ours out own quite re really s she so some"
                            + " still such t than that the their theirs them then there these they this those to too up us ve very"
                            + " was we were what when where which while who whom whose why with you your yours currently actually"
                            + " always usually"
                            + " ab aber als am an auch auf aus bei beim bin bis bist da das dass dem den denn der des dich die dies"
                            + " diese dieser dir doch du ein eine einem einen einer er es euch für gegen ich ihm ihn ihr ihre im in"
                            + " ist ja jetzt mein meine meinem meinen meiner mich mir mit nach nun nur ob oder schon sehr sein"
                            + " seine seinem seinen seit sich sie sind so über um und uns unser unsere vom von vor war waren was"
                            + " weil wer wie wir wo zu zum zur eigentlich gerade derzeit"
                            + " au aux avec c ce ces cette d dans de des du elle en es est et eux il ils j je l la le les leur lui"
                            + " ma mais me mes moi mon n nos notre nous où ou par pas pour qu que qui sa se ses son sont sur ta te"
                            + " tes toi ton très tu un une vos votre vous y suis"
                            + " al como con de del el ella ellos eres ese esta este está estoy ha hay lo los las mi mis muy no nos"
                            + " para pero por que se ser si sí soy su sus también tu tus un una uno yo"
                            + " che di e è gli ho io mia mio sono"
                            // Turned into what a whole statement is, see Mood.
                            + " not none never nothing nor don doesn didn isn aren wasn weren won couldn wouldn hasn haven anymore"
                            + " longer nicht kein keine keinem keinen keiner nie niemals mehr ne jamais nunca jamás non mai"
                            + " used formerly früher ehemals autrefois antes ex former")
                    .split(" ", -1)));

    private static final Map<String, String> NUMBERS = numbers(
            "two zwei deux dos due",
            "three drei trois tres tre",
            "four vier quatre cuatro quattro",
            "five fünf cinq cinco cinque",
            "six sechs seis sei",
            "seven sieben sept siete sette",
            "eight acht huit ocho otto",
            "nine neun neuf nueve nove",
            "ten zehn dix diez dieci",
            "eleven elf onze once undici",
            "twelve zwölf douze doce dodici");

    /** All words of a text, in order. */
    static List<Word> all(String text) {
        List<Word> words = new ArrayList<>();
        boolean first = true;
        for (MatchResult match : WORD.matcher(text).results().toList()) {
            String written = match.group();
            String lower = written.toLowerCase(Locale.ROOT);
            boolean named = !first && Character.isUpperCase(written.codePointAt(0));
            words.add(new Word(NUMBERS.getOrDefault(lower, lower), named, Sense.of(lower)));
            first = false;
        }
        return words;
    }

    private static Map<String, String> numbers(String... rows) {
        Map<String, String> numbers = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            for (String word : rows[i].split(" ", -1)) {
                numbers.put(word, Integer.toString(i + 2));
            }
        }
        return Map.copyOf(numbers);
    }

    boolean isNumber() {
        return NUMBER.matcher(text).matches();
    }

    /** Whether it says something, be it in whatever sense. */
    boolean counts() {
        return sense.map(s -> s != Sense.IS).orElseGet(() -> !IDLE.contains(text));
    }

    /** Whether they are one word but for their endings, or say the same. */
    boolean matches(Word other) {
        if (text.equals(other.text)) {
            return true;
        }
        if (sense.isPresent() && sense.equals(other.sense)) {
            return true;
        }
        if (isNumber() || other.isNumber()) {
            return false;
        }
        if (named || other.named) {
            return isInflected(text, other.text) || isInflected(other.text, text);
        }
        return stem(text).equals(stem(other.text)) || haveOneRoot(text, other.text);
    }

    private static boolean isInflected(String shorter, String longer) {
        return shorter.length() >= 3
                && longer.startsWith(shorter)
                && NAME_ENDINGS.contains(longer.substring(shorter.length()));
    }

    private static boolean haveOneRoot(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        int longest = Math.max(a.length(), b.length());
        return same >= SHORTEST_STEM && longest - same <= 3 && same * 10 >= longest * 6;
    }

    private static String stem(String word) {
        for (String ending : new String[] {"ing", "ed", "es", "s", "e"}) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
