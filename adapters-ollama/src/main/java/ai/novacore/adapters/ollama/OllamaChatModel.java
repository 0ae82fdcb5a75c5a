package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import ai.novacore.application.model.port.out.Prompt.Message;
import java.nio.ByteBuffer;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chat by Ollama's {@code /api/chat}, streamed.
 *
 * <p>Failures: {@code UNAVAILABLE} when no connection comes about or Ollama has too much to do, {@code NOT_FOUND} for a
 * model that is not installed, {@code TOO_LONG} for a prompt that does not fit its context window, {@code TIMEOUT} for
 * silence or too long an answer, {@code FAILED} for everything else, a stream that was cut among it. An answer that ended
 * too early is never taken for a complete one. What may pass is tried again as long as no answer has begun ({@link
 * OllamaOpening}). Bytes that are no UTF-8 become U+FFFD. Safe for use by many threads.
 */
public final class OllamaChatModel implements ChatModel {
    private static final int LONGEST_LINE = 1 << 20;

    private final OllamaSettings settings;
    private final ModelCatalog catalog;
    private final OllamaOpening opening;

    /** @param catalog knows how much each model reads */
    public OllamaChatModel(OllamaSettings settings, ModelCatalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        opening = new OllamaOpening(new OllamaHttp(settings), settings);
    }

    @Override
    public Completion answer(Prompt prompt, Listener listener, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new Completion(Finish.CANCELLED, 0, 0);
        }
        try (OllamaExchange exchange = opening.open("/api/chat", request(prompt), cancellation)) {
            return exchange == null
                    ? new Completion(Finish.CANCELLED, 0, 0)
                    : read(exchange, new OllamaAnswer(prompt, listener));
        }
    }

    private static Completion read(OllamaExchange exchange, OllamaAnswer answer) {
        NdjsonLines lines = new NdjsonLines(LONGEST_LINE);
        while (true) {
            List<ByteBuffer> bytes = exchange.read();
            boolean end = bytes.isEmpty();
            for (byte[] line : end ? lines.end() : lines.add(bytes)) {
                if (exchange.isStopped()) {
                    return answer.cancelled();
                }
                answer.accept(line);
                Completion completion = answer.completion();
                if (completion != null) {
                    return completion;
                }
            }
            if (exchange.isStopped()) {
                return answer.cancelled();
            }
            if (end) {
                throw new ModelFailure(Kind.FAILED, "Ollama's answer was cut off");
            }
        }
    }

    private ObjectNode request(Prompt prompt) {
        ObjectNode request = OllamaHttp.JSON.createObjectNode();
        request.put("model", prompt.model());
        request.put("stream", true);
        // Without these two Ollama drops the beginning of what does not fit and answers as if nothing had happened.
        request.put("truncate", false);
        request.put("shift", false);
        if (settings.keepAlive() != null) {
            request.put("keep_alive", settings.keepAlive());
        }
        request.putObject("options")
                .put("num_predict", prompt.maxOutputTokens())
                .put("num_ctx", catalog.contextTokens(prompt.model()));
        ArrayNode messages = request.putArray("messages");
        for (Message message : prompt.messages()) {
            messages.addObject().put("role", role(message)).put("content", message.text());
        }
        return request;
    }

    private static String role(Message message) {
        return switch (message.speaker()) {
            case SYSTEM -> "system";
            case MEMBER -> "user";
            case ASSISTANT -> "assistant";
        };
    }
}
