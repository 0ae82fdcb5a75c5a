package ai.novacore.bootstrap.commands;

import ai.novacore.adapters.web.security.ServiceTokens;
import ai.novacore.bootstrap.commands.WorkerRoutes.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Builds a read model again from the events, by asking a node that runs, and follows how it goes. */
@Command(
        name = "./nova replay",
        mixinStandardHelpOptions = true,
        description = {
            "Builds the read model of a projection again from the events, beside the one that is read, compares both and",
            "puts the one in the place of the other. Without a name, lists what follows the events and how it stands."
        })
public final class ReplayCommand extends ServiceCommand {
    private static final int LOOKS_EVERY_MILLIS = 200;
    private static final String TABLE = "%-44s %-10s %8s %8s %8s  %s";

    @Parameters(index = "0", arity = "0..1", paramLabel = "PROJECTION", description = "Such as accounts.")
    private @Nullable String processor;

    @Option(
            names = "--swap-when-different",
            description = "Uses what was built also when it differs; look at the differences first.")
    private boolean swapWhenDifferent;

    @Option(names = "--url", paramLabel = "URL", description = "Where the product runs (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    ReplayCommand(Map<String, String> environment) {
        super(environment);
    }

    public static void main(String[] args) {
        main(ReplayCommand::new, args);
    }

    @Override
    int call(ServiceTokens tokens) throws InterruptedException {
        try (WorkerRoutes routes = new WorkerRoutes(url, tokens)) {
            return processor == null ? list(routes) : replay(routes, processor);
        } catch (IllegalArgumentException e) {
            return fail(e.getMessage() + ".");
        } catch (IOException e) {
            return fail("Nothing answers at " + url + ". Is the product running? Start it with ./nova run.");
        }
    }

    private int list(WorkerRoutes routes) throws IOException, InterruptedException {
        Answer answer = routes.get("/processors");
        if (!answer.isGood()) {
            return fail(answer.refusal());
        }
        say(TABLE.formatted("processor", "kind", "behind", "lag (s)", "letters", "last replay"));
        answer.body().path("items").forEach(one -> say(row(one)));
        return 0;
    }

    private static String row(JsonNode one) {
        String replay = one.at("/replay/status").asString(one.path("replayable").asBoolean() ? "never" : "");
        return TABLE.formatted(
                        one.path("name").asString(),
                        one.path("kind").asString(),
                        one.path("eventsBehind").asLong(),
                        one.path("lagSeconds").asLong(),
                        one.path("deadLetters").asLong(),
                        replay)
                .stripTrailing();
    }

    private int replay(WorkerRoutes routes, String name) throws IOException, InterruptedException {
        String path = "/processors/" + PathPart.of(name);
        Answer asked = routes.post(path + "/replay", Map.of("swapWhenDifferent", swapWhenDifferent));
        if (asked.status() == 404) {
            return fail("There is no processor " + name + ". ./nova replay lists them.");
        }
        if (!asked.isGood()) {
            return fail(asked.refusal());
        }
        JsonNode ended = follow(routes, path + "/replays?limit=5", asked.body());
        return tell(ended);
    }

    private JsonNode follow(WorkerRoutes routes, String path, JsonNode asked) throws IOException, InterruptedException {
        JsonNode replay = asked;
        try (Progress progress =
                Progress.on(this, "Replaying " + replay.path("processor").asString())) {
            while (replay.path("endedAt").isNull()) {
                progress.show(
                        replay.path("status").asString(),
                        replay.path("eventsDone").asLong(),
                        replay.path("eventsTotal").asLong());
                TimeUnit.MILLISECONDS.sleep(LOOKS_EVERY_MILLIS);
                replay = latest(routes, path, replay);
            }
        }
        return replay;
    }

    /** The same as it stands now; as it stood, when a node has something better to do for a moment. */
    private static JsonNode latest(WorkerRoutes routes, String path, JsonNode before)
            throws IOException, InterruptedException {
        return routes.get(path)
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("replayId").equals(before.path("replayId")))
                .findFirst()
                .orElse(before);
    }

    private int tell(JsonNode replay) {
        long events = replay.path("eventsDone").asLong();
        return switch (replay.path("status").asString()) {
            case "swapped" -> {
                say("Built again from " + events + " events and in use; readers waited "
                        + replay.path("readersWaitedMillis").asLong() + " ms at the most.");
                yield say(differences(replay));
            }
            case "refused" ->
                fail("Built again from " + events + " events, and not used, because it differs.\n"
                        + differences(replay)
                        + "\nIf what was built is right, use it with --swap-when-different.");
            case "cancelled" -> fail("Somebody gave it up; nothing has changed.");
            default ->
                fail("It failed, and nothing has changed: "
                        + replay.path("failure").asString("no reason was told"));
        };
    }

    private static String differences(JsonNode replay) {
        if (replay.path("differences").isEmpty()) {
            return "It is the same as what was read before.";
        }
        return replay.path("differences")
                .valueStream()
                .map(one -> one.path("table").asString() + ": "
                        + one.path("missing").asLong() + " rows were missing, "
                        + one.path("surplus").asLong() + " too many, "
                        + one.path("changed").asLong() + " different; "
                        + one.path("keys").valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }
}
