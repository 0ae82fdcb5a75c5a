package ai.novacore.adapters.persistence.conversation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How words are looked for in conversations: as pieces of text, upper and lower case being equal. That is what somebody
 * expects who is still typing, and it also works in languages that do not put spaces between words.
 */
final class Words {
    /** Stands before what is meant as it is in a pattern. */
    static final char ESCAPE = '\\';

    private static final int MOST = 16;

    private Words() {}

    /** The text as it is searched. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** A LIKE pattern for each word, for folded text; the first {@value #MOST} count. */
    static List<String> patterns(@Nullable String words) {
        if (words == null) {
            return List.of();
        }
        return Stream.of(folded(words).replace("\0", "").split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toList();
    }
}
