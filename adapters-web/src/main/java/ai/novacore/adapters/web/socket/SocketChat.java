package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.conversation.ChatShapes.Done;
import ai.novacore.adapters.web.conversation.ChatShapes.Meta;
import ai.novacore.adapters.web.conversation.ChatShapes.Token;
import ai.novacore.adapters.web.problem.Problems;
import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.socket.Incoming.Chat;
import ai.novacore.adapters.web.stream.ReaderLeft;
import ai.novacore.adapters.web.stream.StoppableTurn;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.shared.Correlation;
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
        Question question = chat.ask().question(connection.member());
        StoppableTurn turn = new StoppableTurn(questions, question.user());
        switch (connection.begin(turn)) {
            case TOO_MANY ->
                throw new Refused(SocketProblems.tooMany(
                        "There are " + Connection.MOST_TURNS + " answers under way on this connection."));
            case CLOSING -> throw new Refused(SocketProblems.SHUTTING_DOWN);
            case BEGUN -> {
                Correlation correlation = Correlation.current();
                Runnable answer = () -> answer(connection, chat.requestId(), turn, question);
                Thread.ofVirtual().name("socket-chat").start(() -> correlation.run(answer));
            }
        }
    }

    private void answer(Connection connection, String requestId, StoppableTurn turn, Question question) {
        Outbox outbox = connection.outbox();
        try {
            Done done = Done.of(turn.ask(question, new Sending(outbox, requestId)));
            outbox.send(Outgoing.of("done", requestId, done));
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

    private static final class Sending implements AskQuestionUseCase.Reader {
        private final Outbox outbox;
        private final String requestId;
        private long lastId;

        Sending(Outbox outbox, String requestId) {
            this.outbox = outbox;
            this.requestId = requestId;
        }

        @Override
        public void begun(Begun begun) {
            outbox.send(Outgoing.of("meta", requestId, Meta.of(begun)));
        }

        @Override
        public void token(String text) {
            lastId++;
            outbox.send(Outgoing.numbered("token", requestId, lastId, new Token(text)));
        }
    }
}
