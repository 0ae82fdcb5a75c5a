package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.conversation.ChatShapes.Done;
import ai.novacore.adapters.web.conversation.ChatShapes.Meta;
import ai.novacore.adapters.web.conversation.ChatShapes.Token;
import ai.novacore.adapters.web.problem.ProblemWriter;
import ai.novacore.adapters.web.problem.Problems;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.stream.ReaderLeft;
import ai.novacore.adapters.web.stream.WatchedTurns;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has a question answered, piece by piece. Until the turn has begun nothing is sent, so a refusal keeps its status. */
@Component
final class TurnStreamer {
    private static final Logger LOG = LoggerFactory.getLogger(TurnStreamer.class);

    private final WatchedTurns turns;
    private final Problems problems;

    TurnStreamer(WatchedTurns turns, Problems problems) {
        this.turns = turns;
        this.problems = problems;
    }

    void stream(Member member, Question question, HttpServletRequest request, HttpServletResponse response) {
        EventStream events = new EventStream(response);
        try {
            events.send("done", Done.of(turns.ask(member, question, new Sending(events))));
        } catch (ReaderLeft left) {
            LOG.debug("A reader left before the answer had ended");
        } catch (RuntimeException failure) {
            if (!events.begun()) {
                throw failure;
            }
            sayWhy(events, request, failure);
        }
    }

    private void sayWhy(EventStream events, HttpServletRequest request, RuntimeException failure) {
        try {
            events.send("error", ProblemWriter.document(request, problems.of(failure)));
        } catch (ReaderLeft left) {
            LOG.debug("A reader left before it was told that there is no answer");
        }
    }

    private record Sending(EventStream events) implements AskQuestionUseCase.Reader {
        @Override
        public void begun(Begun begun) {
            events.send("meta", Meta.of(begun));
        }

        @Override
        public void token(String text) {
            events.sendNumbered("token", new Token(text));
        }
    }
}
