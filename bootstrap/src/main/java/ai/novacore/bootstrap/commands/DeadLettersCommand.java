package ai.novacore.bootstrap.commands;

import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.bootstrap.commands.WorkerRoutes.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows events whose handling failed, and settles them, by asking a node that runs. */
@Command(
        name = "./nova dead-letters",
        mixinStandardHelpOptions = true,
        description = "Shows events whose handling failed, has them tried again, or gives them up.")
public final class DeadLettersCommand extends ServiceCommand {
    private static final String TABLE = "%-36s  %-36s  %-32s %8s  %s";

    /** What is to be done. */
    enum What {
        LIST,
        SHOW,
        RETRY,
        DISCARD
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    private What what = What.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Of the letter, as the list shows it.")
    private @Nullable String id;

    @Option(names = "--reason", paramLabel = "WHY", description = "Why it is discarded; kept for good.")
    private @Nullable String reason;

    @Option(names = "--processor", paramLabel = "NAME", description = "Lists the letters of this one only.")
    private @Nullable String processor;

    @Option(names = "--url", paramLabel = "URL", description = "Where the product runs (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    DeadLettersCommand(Map<String, String> environment) {
        super(environment);
    }

    public static void main(String[] args) {
        main(DeadLettersCommand::new, args);
    }

    @Override
    int call(ServiceTokens tokens) throws InterruptedException {
        if (what != What.LIST && id == null) {
            return fail("Which one? ./nova dead-letters lists them.");
        }
        if (what == What.DISCARD && (reason == null || reason.isBlank())) {
            return fail("Say why with --reason: it is kept with what was given up.");
        }
        try (WorkerRoutes routes = new WorkerRoutes(url, tokens)) {
            return switch (what) {
                case LIST -> list(routes);
                case SHOW -> show(routes.get(path()));
                case RETRY -> retried(routes.post(path() + "/retry", Map.of()));
                case DISCARD -> discarded(routes.post(path() + "/discard", Map.of("reason", String.valueOf(reason))));
            };
        } catch (IllegalArgumentException e) {
            return fail(e.getMessage() + ".");
        } catch (IOException e) {
            return fail("Nothing answers at " + url + ". Is the product running? Start it with ./nova run.");
        }
    }

    private String path() {
        return "/dead-letters/" + PathPart.of(String.valueOf(id));
    }

    private int list(WorkerRoutes routes) throws IOException, InterruptedException {
        String narrowed = processor == null ? "" : "&processor=" + PathPart.of(processor);
        String cursor = "";
        boolean any = false;
        do {
            Answer page = routes.get("/dead-letters?limit=100" + narrowed + cursor);
            if (!page.isGood()) {
                return fail(page.refusal());
            }
            if (!any && !page.body().path("items").isEmpty()) {
                say(TABLE.formatted("letter", "processor", "event", "attempts", "failed with"));
                any = true;
            }
            page.body().path("items").forEach(letter -> say(row(letter)));
            String next = page.body().path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return any ? 0 : say("There are no dead letters.");
    }

    private static String row(JsonNode letter) {
        return TABLE.formatted(
                letter.path("id").asString(),
                letter.path("processor").asString(),
                letter.path("eventType").asString(),
                letter.path("attempts").asLong() + (letter.path("parked").asBoolean() ? " parked" : ""),
                letter.at("/cause/type").asString(letter.path("waitsFor").asLong() > 0 ? "waits for another" : ""));
    }

    private int show(Answer answer) {
        return answer.isGood() ? say(answer.body().toPrettyString()) : fail(refusal(answer));
    }

    private int retried(Answer answer) {
        if (!answer.isGood()) {
            return fail(refusal(answer));
        }
        return answer.body().path("outcome").asString().equals("settled")
                ? say("Settled.")
                : fail("It failed again: "
                        + answer.body().at("/letter/cause/type").asString() + ": "
                        + answer.body().at("/letter/cause/message").asString());
    }

    private int discarded(Answer answer) {
        return answer.isGood() ? say("Discarded.") : fail(refusal(answer));
    }

    private String refusal(Answer answer) {
        return answer.status() == 404 ? "There is no letter " + id + "." : answer.refusal();
    }
}
