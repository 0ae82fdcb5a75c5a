package ai.novacore.application.memory.recall;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who said a memory that is written as in a play: "Ada: I have a cat." */
final class Speaker {
    private static final int SHORTEST_NICKNAME = 3;
    private static final Pattern LINE = Pattern.compile(
            "\\s{0,9}((?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}'’.-]{0,29}(?: \\p{Lu}[\\p{L}\\p{M}'’.-]{0,29}){0,2}):\\s");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    private Speaker() {}

    /** The name in lower case, if there is one. */
    static @Nullable String of(String text) {
        Matcher line = LINE.matcher(text);
        return line.lookingAt() ? line.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /** The text without the name before it. */
    static String words(String text) {
        Matcher line = LINE.matcher(text);
        return line.lookingAt() ? text.substring(line.end()) : text;
    }

    /** Whether a question has one of the names of a speaker, or the beginning of one as a nickname. */
    static boolean isNamed(String speaker, String question) {
        return WORD.matcher(question).results().anyMatch(word -> isNameOf(word.group(), speaker));
    }

    /** Whether a word is one of the names of a speaker, or a nickname. */
    static boolean isNameOf(String word, String speaker) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean nickname = word.length() >= SHORTEST_NICKNAME && Character.isUpperCase(word.charAt(0));
        for (String name : speaker.split(" ", -1)) {
            if (name.equals(lower) || (nickname && name.startsWith(lower))) {
                return true;
            }
        }
        return false;
    }

    /** A question without the names of those speakers. */
    static String without(Iterable<String> speakers, String question) {
        return WORD.matcher(question).replaceAll(word -> {
            for (String speaker : speakers) {
                if (isNameOf(word.group(), speaker)) {
                    return "";
                }
            }
            return Matcher.quoteReplacement(word.group());
        });
    }
}
