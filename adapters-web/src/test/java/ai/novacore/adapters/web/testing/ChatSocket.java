package ai.novacore.adapters.web.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that has the chat open. */
public final class ChatSocket implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private ChatSocket(int port, String token) {
        socket = CLIENT.newWebSocketBuilder()
                .subprotocols("nova.chat.v1", "bearer." + token)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/chat"), new Listener())
                .join();
    }

    public static ChatSocket anna() {
        return anna("ses-1");
    }

    /** Anna's, in a session of a name. */
    public static ChatSocket anna(String session) {
        return of(TestServer.local(), session);
    }

    public static ChatSocket of(TestServer server, String session) {
        return new ChatSocket(server.port(), server.token(FakeAccounts.ANNA, session));
    }

    public String subprotocol() {
        return socket.getSubprotocol();
    }

    public ChatSocket say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    public ChatSocket ask(String requestId, String message) {
        return say("{\"type\":\"chat\",\"requestId\":\"%s\",\"message\":\"%s\"}".formatted(requestId, message));
    }

    public ChatSocket sayPart(String text, boolean last) {
        socket.sendText(text, last).join();
        return this;
    }

    public ChatSocket sayBytes(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** What it is told next. */
    public JsonNode next() {
        try {
            JsonNode next = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("nothing was said");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it is told next of one type. */
    public JsonNode next(String type) {
        JsonNode next = next();
        while (!next.path("type").asString().equals(type)) {
            next = next();
        }
        return next;
    }

    /** Waits until the server closes it; the code and the reason. */
    public String closing() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Leaves without a word. */
    public void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        // Fails where the server has closed it meanwhile, which is as good.
        var _ = socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        closing();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                messages.add(JsonMapper.shared().readTree(parts.toString()));
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.complete("broken " + failure.getMessage());
        }
    }
}
