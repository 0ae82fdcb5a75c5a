package ai.novacore.application.memory.distillation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text in their order, without what makes no difference: case, plain punctuation, articles, emphasis. Texts
 * of the same words say the same whatever a model of meaning thinks: to it, "likes tea" and "does not like tea" are close,
 * and so are "2 cats" and "3 cats", or who likes whom.
 */
record SameWords(List<String> words) {
    private static final Set<String> LIGHT = Set.of("a", "an", "the", "very", "really", "also");
    private static final String OPENING = "\"'“„‘«(";
    private static final String CLOSING = ".,;:!\"'”“’»)";

    /** A fingerprint of the words; not the words, so that a hundred thousand of them need little room. */
    record Key(long high, long low) {}

    static SameWords of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String token : folded.split("\\s+", -1)) {
            String word = bare(token);
            if (!word.isEmpty() && !LIGHT.contains(word)) {
                words.add(word);
            }
        }
        return new SameWords(List.copyOf(words));
    }

    /** What is inside a word stays, as do signs that matter: {@code -5}, {@code 1.5}, {@code C++}, {@code ok?}. */
    private static String bare(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && OPENING.indexOf(token.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && CLOSING.indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(start, end);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Key key() {
        try {
            byte[] all = String.join(" ", words).getBytes(StandardCharsets.UTF_8);
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(all));
            return new Key(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
