package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.stream.ReaderLeft;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        write(event(name, data));
    }

    /** As {@link #send}, with an id by which the reader can go on after it. */
    void send(long id, String name, Object data) {
        write("id: " + id + "\n" + event(name, data));
    }

    /** Sends what readers pass over, so that nobody takes the connection for dead, and a dead one is found out. */
    void keepAlive() {
        write(": still here\n\n");
    }

    private static String event(String name, Object data) {
        return "event: " + name + "\ndata: " + JSON.writeValueAsString(data) + "\n\n";
    }

    private void write(String text) {
        begin();
        try {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
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
