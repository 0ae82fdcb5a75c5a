package ai.novacore.bootstrap.demo;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Shows a quota before and after, and how the difference comes about. */
final class QuotaTable {
    private QuotaTable() {}

    static void print(Terminal terminal, JsonNode before, JsonNode after, List<Answer> answers) {
        terminal.row("", "%8s  %10s  %10s  %10s".formatted("", "limit", "used", "remaining"));
        for (String resource : List.of("tokens", "messages")) {
            terminal.row(resource, row("before", before, resource));
            terminal.row("", row("after", after, resource));
        }
        long in = answers.stream().mapToLong(Answer::inputTokens).sum();
        long out = answers.stream().mapToLong(Answer::outputTokens).sum();
        long charged = used(after, "tokens") - used(before, "tokens");
        terminal.gap();
        terminal.note(String.format(
                Locale.ROOT,
                "%s read %,d tokens and wrote %,d. Charged: %,d%s",
                answers.getFirst().model(),
                in,
                out,
                charged,
                charged == in + out ? ", exactly that." : "; what it took beyond its reservation is not charged."));
    }

    private static String row(String when, JsonNode quota, String resource) {
        JsonNode amount = quota.path("resources").path(resource);
        return String.format(
                Locale.ROOT,
                "%-8s  %,10d  %,10d  %,10d",
                when,
                amount.path("limit").asLong(0),
                amount.path("used").asLong(0),
                amount.path("remaining").asLong(0));
    }

    private static long used(JsonNode quota, String resource) {
        return quota.path("resources").path(resource).path("used").asLong(0);
    }
}
