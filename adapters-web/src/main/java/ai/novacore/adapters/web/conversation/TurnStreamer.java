package ai.novacore.adapters.web.conversation;

import ai.novacore.adapters.web.conversation.ChatShapes.Done;
import ai.novacore.adapters.web.conversation.ChatShapes.Meta;
import ai.novacore.adapters.web.conversation.ChatShapes.Queued;
import ai.novacore.adapters.web.conversation.ChatShapes.Token;
import ai.novacore.adapters.web.problem.ProblemWriter;
import ai.novacore.adapters.web.problem.Problems;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.stream.ReaderLeft;
import ai.novacore.adapters.web.stream.WatchedTurns;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.domain.shared.TurnId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        stream(request, response, events -> turns.ask(member, question, new Sending(events, true)));
    }

    /** @param from absent for a reader who begins; then they are told which turn it is, too */
    void follow(
            Member member, TurnId turn, @Nullable Long from, HttpServletRequest request, HttpServletResponse response) {
        stream(
                request,
                response,
                events -> turns.follow(member, turn, from == null ? 0 : from, new Sending(events, from == null)));
    }

    private void stream(HttpServletRequest request, HttpServletResponse response, Function<EventStream, Ended> answer) {
        EventStream events = new EventStream(response);
        try {
            events.send("done", Done.of(answer.apply(events)));
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

    private record Sending(EventStream events, boolean fromTheBeginning) implements AskQuestionUseCase.Reader {
        @Override
        public void begun(Begun begun) {
            if (fromTheBeginning) {
                events.send("meta", Meta.of(begun));
            } else {
                // Else who reads on would not hear whether the turn was found until something is said.
                events.keepAlive();
            }
        }

        @Override
        public void queued(int position) {
            events.send("queued", new Queued(position));
        }

        @Override
        public void text(String text, long end) {
            events.send(end, "token", new Token(text));
        }

        @Override
        public void idle() {
            events.keepAlive();
        }
    }
}
