package ai.novacore.bootstrap.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the tour shows, step by step. */
final class Story {
    private static final String FACT = "My sister Lena lives in Lisbon and keeps bees on her roof.";
    private static final String QUESTION = "In which city does my sister Lena live?";
    private static final String CITY = "Lisbon";
    private static final int LONGEST_MEMORY = 160;

    private final DemoClient client;
    private final Terminal terminal;

    Story(DemoClient client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    /** @throws DemoFailure when something did not work */
    void tell() {
        client.get("/health/live");
        terminal.title("NovaCoreAI at " + client.address());

        terminal.heading("A new member");
        new NewMember(client, terminal).join();
        JsonNode before = client.get("/api/usage/quota");

        terminal.heading("A fact, in one conversation");
        Answer first = ask(FACT);
        terminal.entry("remembered", "as " + remembered());

        terminal.heading("A question, in a new conversation");
        Answer second = ask(QUESTION);
        showMemories(second);
        check(first, second);

        terminal.heading("What it cost");
        QuotaTable.print(terminal, before, client.get("/api/usage/quota"), List.of(first, second));

        terminal.heading("A higher tier, bought with a test card");
        new Upgrade(client, terminal).buy();

        terminal.heading("What was written, in order");
        new WrittenEvents(client).print(terminal, 2);
        terminal.success("All of it worked.");
    }

    private Answer ask(String message) {
        terminal.entry("member", message);
        Paragraph reply = terminal.begin("assistant");
        try {
            return client.ask(message, new AnswerReader(reply::add));
        } finally {
            reply.end();
        }
    }

    /** Waits until the fact can be found; says what it has become. */
    private String remembered() {
        String search = "/api/memory/search?limit=1&q=" + URLEncoder.encode(QUESTION, StandardCharsets.UTF_8);
        return Waiting.until(() ->
                        Optional.of(client.get(search).path("results").path(0)).filter(found -> !found.isMissingNode()))
                .map(found -> "%s, in the tier %s"
                        .formatted(
                                found.path("kind").asString(""),
                                found.path("tier").asString("")))
                .orElseThrow(() -> new DemoFailure(
                        "The fact was not remembered.",
                        "See the dead letters in docs/operations.md, and %s/api/memory/health."
                                .formatted(client.address())));
    }

    private void showMemories(Answer answer) {
        for (Answer.Used used : answer.memories()) {
            String content = client.get("/api/memory/memories/" + used.id())
                    .path("content")
                    .asString("");
            terminal.gap();
            terminal.entry("memory used", shortened(content));
            terminal.note(String.format(Locale.ROOT, "tier %s, score %.3f", used.tier(), used.score()));
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_MEMORY
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_MEMORY)) + "…";
    }

    private static void check(Answer first, Answer second) {
        if (first.conversation().equals(second.conversation())) {
            throw new DemoFailure("Both questions came into the same conversation.", "");
        }
        if (second.memories().isEmpty()) {
            throw new DemoFailure("The second answer used no memory.", "");
        }
        // What a real model makes of its memories is its own affair.
        if (second.byStandIn() && !second.text().contains(CITY)) {
            throw new DemoFailure("The stand-in did not quote the fact.", "");
        }
    }
}
