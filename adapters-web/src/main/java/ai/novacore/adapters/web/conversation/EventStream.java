package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.stream.ReaderLeft;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes server-sent events, each sent off at once. Blocks while the reader is slow, until the container's time-out for
 * writing ends the connection, so at most one event waits in memory.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">The format</a>
 */
final class EventStream {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServletResponse response;
    private boolean begun;
    private long lastId;

    EventStream(HttpServletResponse response) {
        this.response = response;
    }

    /** Whether something was sent, so that the status can no longer change. */
    boolean begun() {
        return begun;
    }

    /**
     * Sends an event.
     *
     * @throws ReaderLeft when nobody reads any more
     */
    void send(String name, Object data) {
        write(null, name, data);
    }

    /** Sends an event with the next id, from 1. */
    void sendNumbered(String name, Object data) {
        lastId++;
        write(lastId, name, data);
    }

    private void write(@Nullable Long id, String name, Object data) {
        String event = (id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: "
                + JSON.writeValueAsString(data) + "\n\n";
        begin();
        try {
            response.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        } catch (IOException e) {
            throw new ReaderLeft(e);
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            // Asks proxies not to collect the events before passing them on.
            response.setHeader("X-Accel-Buffering", "no");
        }
    }
}
