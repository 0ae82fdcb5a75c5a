package ai.novacore.bootstrap;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has the chat open in a browser. */
final class ChatPage {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final WebSocket socket;

    ChatPage(Product product, Caller member) {
        this(product.address(), member);
    }

    ChatPage(URI address, Caller member) {
        socket = HTTP.newWebSocketBuilder()
                .subprotocols("nova.chat.v1", "bearer." + member.token())
                .buildAsync(URI.create("ws://localhost:" + address.getPort() + "/ws/chat"), new Listener())
                .join();
    }

    ChatPage say(Map<String, ?> message) {
        socket.sendText(JSON.writeValueAsString(message), true).join();
        return this;
    }

    ChatPage ask(String requestId, String message) {
        return say(Map.of("type", "chat", "requestId", requestId, "message", message));
    }

    /** What it is told next of one type. */
    JsonNode next(String type) throws InterruptedException {
        while (true) {
            JsonNode next = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("there came no " + type);
            }
            if (next.path("type").asString().equals(type)) {
                return next;
            }
        }
    }

    /** All that it is told up to the next message of one type, with that. */
    List<JsonNode> until(String type) throws InterruptedException {
        List<JsonNode> heard = new ArrayList<>();
        while (heard.isEmpty() || !heard.getLast().path("type").asString().equals(type)) {
            JsonNode next = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("there came no " + type);
            }
            heard.add(next);
        }
        return heard;
    }

    /** Leaves without a word. */
    void vanish() {
        socket.abort();
    }

    /** Waits until the server closes it; the code and the reason. */
    String closing() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                messages.add(JSON.readTree(parts.toString()));
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
