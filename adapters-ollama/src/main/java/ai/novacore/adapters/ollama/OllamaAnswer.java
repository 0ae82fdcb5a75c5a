package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the lines of one streamed answer add up to. */
final class OllamaAnswer {
    /** A common rule of thumb for English; only used when Ollama leaves its own count out. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final Prompt prompt;
    private final ChatModel.Listener listener;
    private long pieces;
    private @Nullable Completion completion;

    OllamaAnswer(Prompt prompt, ChatModel.Listener listener) {
        this.prompt = prompt;
        this.listener = listener;
    }

    /** How it ended; null while it goes on. */
    @Nullable Completion completion() {
        return completion;
    }

    /** How it ended for a reader who wants no more. Ollama sends a piece for each token. */
    Completion cancelled() {
        return new Completion(Finish.CANCELLED, 0, pieces);
    }

    void accept(byte[] line) {
        JsonNode reply = OllamaHttp.parse(line);
        if (reply.has("error")) {
            // What the error says may quote the prompt, so it stays in Ollama's own log.
            throw new ModelFailure(Kind.FAILED, "Ollama broke the answer off with an error; its log says why");
        }
        String text = reply.path("message").path("content").asString("");
        String thinking = reply.path("message").path("thinking").asString("");
        if (!text.isEmpty() || !thinking.isEmpty()) {
            pieces++;
        }
        if (!text.isEmpty()) {
            listener.text(text);
        }
        if (reply.path("done").asBoolean(false)) {
            completion = new Completion(
                    reply.path("done_reason").asString("stop").equals("length") ? Finish.LENGTH : Finish.STOP,
                    count(reply.path("prompt_eval_count"), estimatedInput()),
                    count(reply.path("eval_count"), pieces));
        }
    }

    private static long count(JsonNode given, long otherwise) {
        return given.isIntegralNumber() && given.canConvertToLong() && given.longValue() >= 0
                ? given.longValue()
                : otherwise;
    }

    /** Older versions of Ollama leave the count of a prompt out that they still had in their cache. */
    private long estimatedInput() {
        long characters = prompt.messages().stream()
                .mapToLong(message -> message.text().length())
                .sum();
        return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
    }
}
