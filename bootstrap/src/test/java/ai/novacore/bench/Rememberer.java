package ai.novacore.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member who has the product remember things, and looks for them. */
final class Rememberer {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int LINES_AT_ONCE = 500;

    private final Visitor visitor;

    Rememberer(int port, String name) {
        visitor = Visitor.register(port, name + "@example.org");
    }

    /** Imports them and waits until the last one is found. */
    void remember(List<Dialogue.Turn> turns) {
        for (int from = 0; from < turns.size(); from += LINES_AT_ONCE) {
            String lines = turns.subList(from, Math.min(turns.size(), from + LINES_AT_ONCE)).stream()
                    .map(Rememberer::line)
                    .collect(Collectors.joining("\n"));
            JsonNode answer = JSON.readTree(visitor.postLines("/api/memory/import", lines));
            if (!answer.path("errors").isEmpty()) {
                throw new IllegalStateException("not everything can be remembered: " + answer.path("errors"));
            }
        }
        String last = turns.getLast().content();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!search(last).contains(last)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("what was imported is not found");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static String line(Dialogue.Turn turn) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("content", turn.content());
        line.put("kind", "note");
        line.put("occurredAt", turn.occurredAt());
        line.put("thread", turn.thread());
        return JSON.writeValueAsString(line);
    }

    /** What is found, the best first. */
    List<String> search(String question) {
        String path = "/api/memory/search?limit=" + Evidence.DEEPEST + "&q="
                + URLEncoder.encode(question, StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        JSON.readTree(visitor.get(path))
                .path("results")
                .forEach(result -> found.add(result.path("content").asString()));
        return found;
    }
}
