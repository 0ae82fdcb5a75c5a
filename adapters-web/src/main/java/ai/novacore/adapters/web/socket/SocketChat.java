package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.conversation.ChatShapes.Done;
import ai.novacore.adapters.web.conversation.ChatShapes.Meta;
import ai.novacore.adapters.web.conversation.ChatShapes.Queued;
import ai.novacore.adapters.web.conversation.ChatShapes.Token;
import ai.novacore.adapters.web.problem.Problems;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.socket.Incoming.Chat;
import ai.novacore.adapters.web.socket.Incoming.Resume;
import ai.novacore.adapters.web.stream.ReaderLeft;
import ai.novacore.adapters.web.stream.StoppableTurn;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.shared.Correlation;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has the questions of a connection answered, each on a virtual thread of its own. */
@Component
final class SocketChat {
    private static final Logger LOG = LoggerFactory.getLogger(SocketChat.class);

    private final AskQuestionUseCase questions;
    private final Problems problems;

    SocketChat(AskQuestionUseCase questions, Problems problems) {
        this.questions = questions;
        this.problems = problems;
    }

    /**
     * Begins to answer.
     *
     * @throws Refused when the question cannot be asked, or too much runs already
     */
    void begin(Connection connection, Chat chat) {
        Question question = chat.ask().question(connection.member(), chat.idempotencyKey());
        Sending reader = new Sending(connection.outbox(), chat.requestId(), true);
        begin(connection, chat.requestId(), question.keepGoing(), turn -> turn.ask(question, reader));
    }

    /**
     * Begins to read an answer on.
     *
     * @throws Refused when too much runs already
     */
    void resume(Connection connection, Resume resume) {
        Long offset = resume.offset();
        Sending reader = new Sending(connection.outbox(), resume.requestId(), offset == null);
        begin(
                connection,
                resume.requestId(),
                true,
                turn -> turn.follow(resume.turn(), offset == null ? 0 : offset, reader));
    }

    private void begin(Connection connection, String requestId, boolean goesOn, Function<StoppableTurn, Ended> answer) {
        StoppableTurn turn = new StoppableTurn(questions, connection.member().id(), goesOn);
        switch (connection.begin(turn)) {
            case TOO_MANY ->
                throw new Refused(SocketProblems.tooMany(
                        "There are " + Connection.MOST_TURNS + " answers under way on this connection."));
            case CLOSING -> throw new Refused(SocketProblems.SHUTTING_DOWN);
            case BEGUN -> {
                Runnable work = () -> answer(connection, requestId, turn, answer);
                Thread.ofVirtual().name("socket-chat").start(Correlation.carrying(work));
            }
        }
    }

    private void answer(
            Connection connection, String requestId, StoppableTurn turn, Function<StoppableTurn, Ended> answer) {
        Outbox outbox = connection.outbox();
        try {
            outbox.send(Outgoing.of("done", requestId, Done.of(answer.apply(turn))));
        } catch (ReaderLeft left) {
            LOG.debug("A reader left before the answer had ended");
        } catch (RuntimeException failure) {
            sayWhy(outbox, requestId, failure);
        } finally {
            connection.ended(turn);
        }
    }

    private void sayWhy(Outbox outbox, String requestId, RuntimeException failure) {
        try {
            outbox.send(Outgoing.error(requestId, problems.of(failure)));
        } catch (ReaderLeft left) {
            LOG.debug("A reader left before it was told that there is no answer");
        }
    }

    private record Sending(Outbox outbox, String requestId, boolean fromTheBeginning)
            implements AskQuestionUseCase.Reader {
        @Override
        public void begun(Begun begun) {
            if (fromTheBeginning) {
                outbox.send(Outgoing.of("meta", requestId, Meta.of(begun)));
            }
        }

        @Override
        public void queued(int position) {
            outbox.send(Outgoing.of("queued", requestId, new Queued(position)));
        }

        @Override
        public void text(String text, long end) {
            outbox.send(Outgoing.numbered("token", requestId, end, new Token(text)));
        }

        /** Whether the other side is there, the heartbeat finds out. */
        @Override
        public void idle() {
            if (outbox.isShut()) {
                throw new ReaderLeft(null);
            }
        }
    }
}
