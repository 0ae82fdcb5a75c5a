package ai.novacore.bench;

import ai.novacore.bench.ModelServer.Model;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Something that answers with the model's tokens.
 *
 * @param first what the first token begins with
 * @param last what only a whole answer has
 * @param processor what it uses of the processor
 * @param database what its database uses, which is not part of that
 */
record Candidate(
        String name, int port, Requests requests, String first, String last, Processor processor, Processor database) {
    private static final String MODEL_TOKEN = "\"content\":\"" + ModelServer.TOKEN;

    /** What the client of this number sends next, so that it is answered by this model. */
    interface Requests {
        byte[] next(int client, Model model);
    }

    static Candidate ollama(String name, int port, Processor processor) {
        return new Candidate(
                name,
                port,
                (client, model) -> request("/api/chat", "", modelBody(model)),
                MODEL_TOKEN,
                "\"done\":true",
                processor,
                Processor.NONE);
    }

    static Candidate openAi(String name, int port, Processor processor, String headers) {
        return new Candidate(
                name,
                port,
                (client, model) -> request("/v1/chat/completions", headers, modelBody(model)),
                MODEL_TOKEN,
                "[DONE]",
                processor,
                Processor.NONE);
    }

    /** The product, asked by these members in turn, each question in a conversation of its own. */
    static Candidate product(
            String name, int port, List<String> tokens, boolean useMemory, Processor processor, Processor database) {
        return new Candidate(
                name,
                port,
                (client, model) -> request(
                        "/api/intelligence/chat",
                        "Accept: text/event-stream\r\nAuthorization: Bearer " + tokens.get(client % tokens.size())
                                + "\r\n",
                        "{\"message\":\"%s\",\"useMemory\":%s,\"model\":\"%s\"}"
                                .formatted(question(), useMemory, model.id())),
                "event: token",
                "event: done",
                processor,
                database);
    }

    private static String modelBody(Model model) {
        return "{\"model\":\"%s\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                .formatted(model.id(), question());
    }

    /** Hardly ever the same, so that nobody gains from having heard it before. */
    private static String question() {
        return "What is the weather like in town " + ThreadLocalRandom.current().nextInt(1_000_000) + "?";
    }

    private static byte[] request(String path, String headers, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n" + headers + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
