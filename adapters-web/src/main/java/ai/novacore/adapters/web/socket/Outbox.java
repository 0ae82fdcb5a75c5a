package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.stream.ReaderLeft;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Sends to one connection, one message at a time. Whoever sends waits while the reader is slow, until the container's limit
 * for one message ends that and the connection with it. So at most one message of each answer waits in memory.
 */
final class Outbox {
    private final WebSocketSession session;
    private final ReentrantLock sending = new ReentrantLock(true);
    private volatile boolean shut;

    Outbox(WebSocketSession session) {
        this.session = session;
    }

    /**
     * Sends a message.
     *
     * @throws ReaderLeft when nobody reads any more
     */
    void send(String text) {
        send(new TextMessage(text));
    }

    /** Asks whether the other side is there; does not wait for anything. */
    void ping() {
        Thread.ofVirtual().name("socket-ping").start(() -> {
            try {
                send(new PingMessage());
            } catch (ReaderLeft left) {
                // Nobody is there, which was the question.
            }
        });
    }

    private void send(WebSocketMessage<?> message) {
        sending.lock();
        try {
            if (shut) {
                throw new ReaderLeft(null);
            }
            session.sendMessage(message);
        } catch (IOException | IllegalStateException e) {
            // The container says so when the connection is gone, or was too slow.
            close(Closing.TOO_SLOW);
            throw new ReaderLeft(e);
        } finally {
            sending.unlock();
        }
    }

    /** Sends nothing more and closes; on a thread of its own, because a reader who does not read holds that up, too. */
    void close(CloseStatus why) {
        if (shut) {
            return;
        }
        shut = true;
        Thread.ofVirtual().name("socket-close").start(() -> {
            try {
                session.close(why);
            } catch (IOException e) {
                // It is closed then, which was wanted.
            }
        });
    }

    /** Sends nothing more, because the connection is gone. */
    void shut() {
        shut = true;
    }

    boolean isShut() {
        return shut;
    }
}
