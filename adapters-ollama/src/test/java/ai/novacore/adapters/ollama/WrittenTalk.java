package ai.novacore.adapters.ollama;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A written conversation of the extraction suite ({@code src/test/resources/extraction}).
 *
 * @param about what it is there for
 * @param known what is remembered before it
 * @param facts what it should yield
 * @param lies what a hostile model claims, each with turns that there are
 * @param noise what a sloppy model adds
 * @param never words that nothing may hold that is stored because of it
 */
record WrittenTalk(
        String name,
        String about,
        List<KnownFact> known,
        List<Turn> turns,
        List<Fact> facts,
        List<String> lies,
        List<String> noise,
        List<String> never) {

    /**
     * @param recalled the turns that it was brought back into, from 1
     * @param newer whether it was said after the conversation
     */
    record KnownFact(String text, List<Integer> recalled, boolean newer) {}

    record Turn(String prompt, String reply) {}

    /**
     * @param turns the turns that say so, from 1
     * @param orElse how the rules put it, where that is another way
     * @param supersedes what it retires
     * @param supersededBy what is newer and retires it
     * @param supports whether it is known already and gets evidence
     */
    record Fact(
            String text,
            List<Integer> turns,
            @Nullable String orElse,
            @Nullable String supersedes,
            @Nullable String supersededBy,
            boolean superseded,
            boolean supports) {

        boolean isAmong(List<String> texts) {
            return texts.stream().anyMatch(this::isSaidBy);
        }

        boolean isSaidBy(String other) {
            return alike(text, other) || orElse != null && alike(orElse, other);
        }
    }

    static List<WrittenTalk> all() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/extraction"))) {
            return files.sorted().map(WrittenTalk::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WrittenTalk read(Path file) {
        try {
            var json = (tools.jackson.databind.node.ObjectNode) OllamaHttp.JSON.readTree(Files.readString(file));
            json.put("name", file.getFileName().toString().replace(".json", ""));
            return OllamaHttp.JSON
                    .rebuild()
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .treeToValue(json, WrittenTalk.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether two texts differ at most in case and signs. */
    static boolean alike(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("(?U)[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    @Override
    public String toString() {
        return name;
    }
}
