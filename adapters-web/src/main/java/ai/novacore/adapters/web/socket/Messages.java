package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.input.PathIds;
import ai.novacore.adapters.web.problem.Problems;
import ai.novacore.adapters.web.security.RequestGate;
import ai.novacore.adapters.web.socket.Incoming.Cancel;
import ai.novacore.adapters.web.socket.Incoming.Chat;
import ai.novacore.adapters.web.socket.Incoming.Ping;
import ai.novacore.adapters.web.socket.Incoming.Resume;
import ai.novacore.adapters.web.stream.ReaderLeft;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.shared.Correlation;
import ai.novacore.domain.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Does what clients say. Whatever is wrong with a message is said in return; the connection stays. */
@Component
final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final IncomingReader reader;
    private final SocketChat chats;
    private final AskQuestionUseCase questions;
    private final RequestGate gate;
    private final Problems problems;
    private final SocketMetrics metrics;

    Messages(
            IncomingReader reader,
            SocketChat chats,
            AskQuestionUseCase questions,
            RequestGate gate,
            Problems problems,
            SocketMetrics metrics) {
        this.reader = reader;
        this.chats = chats;
        this.questions = questions;
        this.gate = gate;
        this.problems = problems;
        this.metrics = metrics;
    }

    /** Takes a message; each has a correlation of its own, as a request would have. */
    void take(Connection connection, String text) {
        Correlation.of(Actor.member(connection.member().id())).run(() -> {
            try {
                handle(connection, text);
            } catch (ReaderLeft left) {
                LOG.debug("A reader left before their message was answered");
            }
        });
    }

    private void handle(Connection connection, String text) {
        @Nullable String requestId = null;
        try {
            JsonNode json = reader.json(text);
            requestId = IncomingReader.requestId(json);
            Incoming message = reader.read(json);
            metrics.received(message);
            act(connection, message);
        } catch (ReaderLeft left) {
            throw left;
        } catch (RuntimeException failure) {
            connection.outbox().send(Outgoing.error(requestId, problems.of(failure)));
        }
    }

    private void act(Connection connection, Incoming message) {
        switch (message) {
            case Ping _ -> connection.outbox().send(Outgoing.PONG);
            case Cancel cancel -> {
                gate.count(connection.member());
                questions.cancel(connection.member().id(), PathIds.turn(cancel.turnId()));
            }
            case Chat chat -> {
                gate.count(connection.member());
                chats.begin(connection, chat);
            }
            case Resume resume -> {
                gate.count(connection.member());
                chats.resume(connection, resume);
            }
        }
    }
}
