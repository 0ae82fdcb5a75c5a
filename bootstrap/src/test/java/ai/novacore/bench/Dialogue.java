package ai.novacore.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A long conversation with questions about it, and for each question the turns that hold the answer. */
record Dialogue(String name, List<Turn> turns, List<Question> questions) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param content as it is remembered: who said what, and what a picture that came with it shows */
    record Turn(String id, String content, String occurredAt, String thread) {}

    record Question(String text, Set<String> evidence) {}

    /** The files {@code dialogue-*.json} of a folder. */
    static List<Dialogue> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Dialogue> dialogues = files.filter(
                            file -> file.getFileName().toString().matches("dialogue-.*\\.json"))
                    .sorted()
                    .map(Dialogue::read)
                    .toList();
            if (dialogues.isEmpty()) {
                throw new IllegalArgumentException("There is no dialogue-*.json in " + folder);
            }
            return dialogues;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dialogue read(Path file) {
        JsonNode json = JSON.readTree(file);
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : json.path("turns")) {
            turns.add(new Turn(
                    turn.path("id").asString(),
                    content(turn),
                    turn.path("occurredAt").asString(),
                    turn.path("thread").asString()));
        }
        List<Question> questions = new ArrayList<>();
        for (JsonNode question : json.path("questions")) {
            Set<String> evidence = new HashSet<>();
            question.path("evidence").forEach(id -> evidence.add(id.asString()));
            if (!evidence.isEmpty()) {
                questions.add(new Question(question.path("question").asString(), evidence));
            }
        }
        String name = file.getFileName().toString().replace(".json", "");
        return new Dialogue(name, List.copyOf(turns), List.copyOf(questions));
    }

    private static String content(JsonNode turn) {
        String caption = turn.path("caption").asString("");
        return turn.path("speaker").asString() + ": " + turn.path("text").asString()
                + (caption.isBlank() ? "" : " [shares " + caption + "]");
    }
}
