package ai.novacore.application.model;

import ai.novacore.application.model.FakeOllamaReply.Step;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server that speaks Ollama's protocol ({@code /api/tags}, {@code /api/show}, {@code /api/chat}, {@code /api/generate},
 * {@code /api/embed}) and does what the test wrote down. Without a script it repeats the question. One request a
 * connection.
 *
 * <p>It works on sockets, not on the JDK's HTTP server, because that one neither cuts a stream in the middle nor notices
 * while it says nothing that the other side has hung up.
 */
public final class FakeOllama implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** One request as it came. Names of headers are in lower case. */
    public record Asked(String method, String path, Map<String, String> headers, JsonNode body) {
        /** The text of the last message. */
        public String question() {
            JsonNode messages = body.path("messages");
            return messages.path(messages.size() - 1).path("content").asString("");
        }
    }

    private volatile ServerSocket server;
    private volatile Thread listener;
    private final List<String> models = new CopyOnWriteArrayList<>();
    private final Queue<FakeOllamaReply> replies = new ConcurrentLinkedQueue<>();
    private final Queue<String> titles = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> contextLengths = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore chats = new Semaphore(0);
    private final Semaphore hangUps = new Semaphore(0);
    private volatile Function<Asked, FakeOllamaReply> otherwise =
            chat -> FakeOllamaReply.answer("I heard you say: " + chat.question());

    /** Listens on a free port of this machine at once, with these models installed, for example "llama3.2:latest". */
    public FakeOllama(String... installed) {
        models.addAll(List.of(installed));
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener = listening(server);
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public void install(String model) {
        models.add(model);
    }

    public void uninstall(String model) {
        models.remove(model);
    }

    /** The next chat gets this reply. */
    public FakeOllama next(FakeOllamaReply reply) {
        replies.add(reply);
        return this;
    }

    /** Whatever replies nobody has asked for are gone, so that no other test gets them. */
    public FakeOllama forgetReplies() {
        replies.clear();
        return this;
    }

    /** Every chat without a reply of its own gets what this gives. */
    public FakeOllama otherwise(Function<Asked, FakeOllamaReply> reply) {
        otherwise = reply;
        return this;
    }

    /** The next request for a title gets this for its {@code response}. */
    public FakeOllama nextTitle(String response) {
        titles.add(response);
        return this;
    }

    /** How much the model says that it reads. */
    public FakeOllama contextLength(String model, int tokens) {
        contextLengths.put(model, tokens);
        return this;
    }

    /** Every request until now. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** How often it was asked to chat. */
    public int chats() {
        return asked("/api/chat").size();
    }

    /** Waits for the next chat that nobody has waited for yet. */
    public void awaitChat() {
        await(chats, "no chat came");
    }

    /** Waits until somebody hangs up in the middle of an answer. */
    public void awaitHangUp() {
        await(hangUps, "nobody hung up");
    }

    /** From now on connections are refused; those that are open stay so. */
    public void refuse() {
        closeQuietly(server);
        awaitListener();
    }

    /** Listens again where it did before. */
    public void acceptAgain() {
        try {
            server = new ServerSocket(server.getLocalPort(), 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener = listening(server);
    }

    /** Stops listening and drops all connections. */
    @Override
    public void close() {
        refuse();
        open.forEach(FakeOllama::closeQuietly);
    }

    private void awaitListener() {
        try {
            // Until the thread has left it, the closed socket may still accept a connection.
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread listening(ServerSocket on) {
        return Thread.ofVirtual().name("fake-ollama").start(() -> {
            while (!on.isClosed()) {
                try {
                    Socket socket = on.accept();
                    open.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket));
                } catch (IOException e) {
                    closeQuietly(on);
                }
            }
        });
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Asked request = read(in);
            asked.add(request);
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            switch (request.path()) {
                case "/api/tags" -> whole(out, 200, "", tags());
                case "/api/show" -> show(request, out);
                case "/api/generate" -> generate(request, out);
                case "/api/embed" -> whole(out, 200, "", embeddings(request.body()));
                case "/api/chat" -> chat(request, socket, in, out);
                default -> whole(out, 404, "", "404 page not found");
            }
        } catch (IOException e) {
            // The other side is gone; whether it should be is the test's business.
        } finally {
            open.remove(socket);
        }
    }

    private void chat(Asked request, Socket socket, InputStream in, OutputStream out) throws IOException {
        FakeOllamaReply scripted = replies.poll();
        chats.release();
        String model = request.body().path("model").asString("");
        if (isMissing(model, out)) {
            return;
        }
        List<Step> steps = (scripted != null ? scripted : otherwise.apply(request)).steps();
        if (!steps.isEmpty() && steps.getFirst() instanceof Step.Status(int code, String header, String body)) {
            whole(out, code, header, body);
            return;
        }
        if (!steps.isEmpty() && steps.getFirst() instanceof Step.NoAnswer) {
            return;
        }
        Thread answering = Thread.currentThread();
        Thread watching = Thread.ofVirtual().start(() -> {
            awaitEnd(in);
            answering.interrupt();
        });
        FakeOllamaStream stream = new FakeOllamaStream(request, out);
        try {
            stream.play(steps);
        } catch (IOException | InterruptedException e) {
            // Whoever has read the last line may go.
            if (!stream.isDone()) {
                hangUps.release();
            }
        } finally {
            closeQuietly(socket);
            watching.interrupt();
        }
    }

    private boolean isMissing(String model, OutputStream out) throws IOException {
        if (models.contains(model) || models.contains(model + ":latest")) {
            return false;
        }
        whole(out, 404, "", "{\"error\":\"model '" + model + "' not found\"}");
        return true;
    }

    private void show(Asked request, OutputStream out) throws IOException {
        String model = request.body().path("model").asString("");
        if (!isMissing(model, out)) {
            ObjectNode shown = JSON.createObjectNode();
            shown.putObject("details").put("family", "llama");
            shown.putObject("model_info")
                    .put("general.architecture", "llama")
                    .put("llama.context_length", contextLengths.getOrDefault(model, 131_072));
            whole(out, 200, "", JSON.writeValueAsString(shown));
        }
    }

    private void generate(Asked request, OutputStream out) throws IOException {
        String model = request.body().path("model").asString("");
        if (!isMissing(model, out)) {
            String title = titles.poll();
            ObjectNode reply = JSON.createObjectNode().put("model", model);
            reply.put("response", title == null ? "{\"title\":\"A title by the fake\"}" : title);
            reply.put("done", true).put("done_reason", "stop");
            whole(
                    out,
                    200,
                    "",
                    JSON.writeValueAsString(reply.put("prompt_eval_count", 40).put("eval_count", 9)));
        }
    }

    private String tags() {
        ObjectNode tags = JSON.createObjectNode();
        ArrayNode list = tags.putArray("models");
        for (String model : models) {
            ObjectNode tag = list.addObject().put("name", model).put("model", model);
            tag.putObject("details")
                    .put("family", model.contains("minilm") ? "bert" : "llama")
                    .put("parameter_size", "3.2B")
                    .put("quantization_level", "Q4_K_M");
        }
        return JSON.writeValueAsString(tags);
    }

    /** Vectors that share words, longer than 1 as those of some models are. */
    private static String embeddings(JsonNode request) {
        ObjectNode reply = JSON.createObjectNode();
        ArrayNode embeddings = reply.putArray("embeddings");
        HashingEmbedder hashing = new HashingEmbedder();
        for (JsonNode text : request.path("input")) {
            ArrayNode vector = embeddings.addArray();
            for (float component : hashing.embed(List.of(text.asString(""))).getFirst()) {
                vector.add(3 * component);
            }
        }
        return JSON.writeValueAsString(reply);
    }

    private static void whole(OutputStream out, int status, String header, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(ascii(String.join(
                "\r\n",
                "HTTP/1.1 " + status + " Fake",
                "Content-Type: application/json",
                "Connection: close",
                "Content-Length: " + bytes.length,
                header.isEmpty() ? "X-Fake: true" : header,
                "",
                "")));
        out.write(bytes);
    }

    private static Asked read(InputStream in) throws IOException {
        String[] request = line(in).split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        JsonNode json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        return new Asked(request[0], request[1], Map.copyOf(headers), json);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("hung up in the middle of a request");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void awaitEnd(InputStream in) {
        try {
            while (in.read() >= 0) {
                // Nothing more should come; whatever does is not listened to.
            }
        } catch (IOException e) {
            // A broken connection is an end, too.
        }
    }

    private static void await(Semaphore happened, String otherwise) {
        try {
            if (!happened.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new AssertionError(otherwise);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(otherwise, e);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException("a socket of the fake does not close", e);
        }
    }
}
