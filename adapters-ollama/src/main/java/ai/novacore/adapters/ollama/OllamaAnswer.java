package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the lines of one streamed answer add up to.
 *
 * <p>Bounded, whatever the model does: it ends as {@code LENGTH} with the piece that is one more than the cap has
 * tokens, or when its text, what it thinks among it, is longer than so many tokens can be. What is within is handed over.
 */
final class OllamaAnswer {
    /** A common rule of thumb for English; only used when Ollama leaves its own count out. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    /** More than the tokens of known vocabularies have on average in any text, but runs of blanks. */
    private static final long MOST_CHARACTERS_PER_TOKEN = 32;

    /** So that a small cap does not cut one long token off. */
    private static final long ALLOWANCE = 1_024;

    private final Prompt prompt;
    private final ChatModel.Listener listener;
    private final WholeCharacters characters = new WholeCharacters();
    private long pieces;
    private long room;
    private @Nullable Completion completion;

    OllamaAnswer(Prompt prompt, ChatModel.Listener listener) {
        this.prompt = prompt;
        this.listener = listener;
        room = MOST_CHARACTERS_PER_TOKEN * Math.min(prompt.maxOutputTokens(), Integer.MAX_VALUE) + ALLOWANCE;
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
        hear(
                reply.path("message").path("content").asString(""),
                reply.path("message").path("thinking").asString(""));
        if (completion == null && reply.path("done").asBoolean(false)) {
            handOver(characters.end());
            completion = new Completion(
                    reply.path("done_reason").asString("stop").equals("length") ? Finish.LENGTH : Finish.STOP,
                    count(reply.path("prompt_eval_count"), estimatedInput()),
                    Math.min(prompt.maxOutputTokens(), count(reply.path("eval_count"), pieces)));
        }
    }

    private void hear(String text, String thinking) {
        if (text.isEmpty() && thinking.isEmpty()) {
            return;
        }
        if (pieces == prompt.maxOutputTokens()) {
            completion = new Completion(Finish.LENGTH, 0, pieces);
            return;
        }
        pieces++;
        String within = WholeCharacters.beginning(text, (int) Math.min(Integer.MAX_VALUE, room));
        room -= (long) text.length() + thinking.length();
        handOver(characters.add(within));
        if (room < 0) {
            completion = new Completion(Finish.LENGTH, 0, pieces);
        }
    }

    private void handOver(String text) {
        if (!text.isEmpty()) {
            listener.text(text);
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
