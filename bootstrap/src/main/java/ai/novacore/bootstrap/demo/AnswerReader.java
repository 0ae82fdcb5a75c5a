package ai.novacore.bootstrap.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the server-sent events of a turn, line by line, and passes on the text as it comes. */
final class AnswerReader implements Flow.Subscriber<String> {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Consumer<String> onText;
    private final StringBuilder text = new StringBuilder();
    private String event = "";
    private @Nullable JsonNode meta;
    private @Nullable JsonNode done;
    private @Nullable JsonNode error;

    AnswerReader(Consumer<String> onText) {
        this.onText = onText;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith("event:")) {
            event = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            data(JSON.readTree(line.substring("data:".length())));
        }
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}

    private void data(JsonNode data) {
        switch (event) {
            case "meta" -> meta = data;
            case "token" -> {
                text.append(data.path("text").asString(""));
                onText.accept(data.path("text").asString(""));
            }
            case "done" -> done = data;
            case "error" -> error = data;
            default -> {} // events may be added
        }
    }

    /**
     * The answer, when the stream has ended.
     *
     * @throws DemoFailure when there is none
     */
    Answer answer() {
        if (error != null) {
            throw Problems.failure(error);
        }
        if (meta == null || done == null) {
            throw new DemoFailure("The answer broke off.", "See the logs of the product.");
        }
        List<Answer.Used> memories = new ArrayList<>();
        for (JsonNode used : meta.path("memoriesUsed")) {
            memories.add(new Answer.Used(
                    used.path("id").asString(""),
                    used.path("tier").asString(""),
                    used.path("score").asDouble(0)));
        }
        JsonNode usage = done.path("usage");
        return new Answer(
                meta.path("conversationId").asString(""),
                meta.path("model").asString(""),
                text.toString(),
                memories,
                usage.path("inputTokens").asLong(0),
                usage.path("outputTokens").asLong(0));
    }
}
