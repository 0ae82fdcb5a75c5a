package ai.novacore.bootstrap.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The events that the tour has caused, as sentences. */
final class WrittenEvents {
    private static final int PAGE = 100;

    private final DemoClient client;

    WrittenEvents(DemoClient client) {
        this.client = client;
    }

    /** Prints them once both answers have become memories, which happens after they were given. */
    void print(Terminal terminal, int answers) {
        if (since(-1).isEmpty()) {
            terminal.entry("skipped", "the product does not run in the profile local, so it does not show its events");
            return;
        }
        Waiting.until(() -> Optional.of(all()).filter(events -> memoriesIn(events) >= answers));
        List<JsonNode> events = all();
        for (JsonNode event : events) {
            terminal.entry(family(event), event.path("sentence").asString(""));
        }
        terminal.gap();
        terminal.note("%d events, all with the correlation id %s".formatted(events.size(), client.correlationId()));
    }

    private List<JsonNode> all() {
        List<JsonNode> events = new ArrayList<>();
        long position = -1;
        while (true) {
            JsonNode page = since(position).orElseThrow(() -> new DemoFailure("/dev/events is gone.", ""));
            for (JsonNode event : page.path("items")) {
                events.add(event);
                position = event.path("position").asLong(position);
            }
            if (page.path("items").size() < PAGE) {
                return events;
            }
        }
    }

    private Optional<JsonNode> since(long position) {
        return client.find(
                "/dev/events?after=%d&limit=%d&correlationId=%s".formatted(position, PAGE, client.correlationId()));
    }

    private static long memoriesIn(List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.path("type").asString("").startsWith("memory.stored/"))
                .count();
    }

    /** {@code quota} of {@code quota.usage-settled/1}. */
    private static String family(JsonNode event) {
        String type = event.path("type").asString("");
        return type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
    }
}
