package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.socket.Inbox.TooBig;
import ai.novacore.adapters.web.socket.SocketAdmission.Pass;
import ai.novacore.adapters.web.stream.OpenStreams;
import ai.novacore.adapters.web.stream.StreamSettings;
import jakarta.websocket.Session;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** What happens on the chat's WebSockets. A quiet one holds no thread and no database connection. */
@Component
final class ChatSocketHandler extends AbstractWebSocketHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ChatSocketHandler.class);
    private static final String CONNECTION = Connection.class.getName();
    private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final Connections connections;
    private final OpenStreams streams;
    private final Messages messages;
    private final SocketMetrics metrics;
    private final StreamSettings settings;
    private final Clock clock;

    ChatSocketHandler(
            Connections connections,
            OpenStreams streams,
            Messages messages,
            SocketMetrics metrics,
            StreamSettings settings,
            Clock clock) {
        this.connections = connections;
        this.streams = streams;
        this.messages = messages;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /** Messages are put together here, because the container would set aside room for the longest on each connection. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Session container = ((NativeWebSocketSession) session).getNativeSession(Session.class);
        if (container != null) {
            container
                    .getUserProperties()
                    .put(SEND_TIMEOUT, settings.sendTimeout().toMillis());
        }
        Connection connection = new Connection(Pass.of(session.getAttributes()), new Outbox(session), clock);
        session.getAttributes().put(CONNECTION, connection);
        if (connections.add(connection)) {
            streams.add(connection);
        } else {
            connection.outbox().close(Closing.TOO_MANY);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage part) {
        Connection connection = of(session);
        connection.heard();
        if (connection.outbox().isShut()) {
            return;
        }
        try {
            String whole = connection.inbox().add(part);
            if (whole != null) {
                messages.take(connection, whole);
            }
        } catch (TooBig e) {
            metrics.refused();
            connection.outbox().close(Closing.TOO_BIG);
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage part) {
        metrics.refused();
        of(session).outbox().close(Closing.NOT_TEXT);
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage pong) {
        of(session).heard();
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        LOG.debug("A connection broke", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        metrics.closed(status);
        Connection connection = of(session);
        connection.gone();
        connections.remove(connection);
        streams.remove(connection);
    }

    private static Connection of(WebSocketSession session) {
        if (session.getAttributes().get(CONNECTION) instanceof Connection connection) {
            return connection;
        }
        throw new IllegalStateException("a WebSocket is used before it is open");
    }
}
