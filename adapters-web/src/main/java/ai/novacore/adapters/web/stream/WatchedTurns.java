package ai.novacore.adapters.web.stream;

import ai.novacore.adapters.web.problem.Refused;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Reader;
import ai.novacore.application.user.port.in.AccessQuery.Access;
import ai.novacore.domain.shared.TurnId;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers to requests, which end with the session of whoever asked. */
@Component
public final class WatchedTurns {
    private final AskQuestionUseCase questions;
    private final OpenStreams streams;

    WatchedTurns(AskQuestionUseCase questions, OpenStreams streams) {
        this.questions = questions;
        this.streams = streams;
    }

    /**
     * As {@link AskQuestionUseCase#ask}.
     *
     * @throws Refused when the session was over before the answer
     */
    public Ended ask(Member member, Question question, Reader reader) {
        return watch(member, turn -> turn.ask(question, reader));
    }

    /**
     * As {@link AskQuestionUseCase#follow}.
     *
     * @throws Refused when the session was over before the answer
     */
    public Ended follow(Member member, TurnId turn, long from, Reader reader) {
        return watch(member, stoppable -> stoppable.follow(turn, from, reader));
    }

    private Ended watch(Member member, Function<StoppableTurn, Ended> answer) {
        Watched watched = new Watched(member, new StoppableTurn(questions, member.id(), false));
        streams.add(watched);
        try {
            Ended ended = answer.apply(watched.turn);
            Ending over = watched.over;
            if (over != null) {
                throw new Refused(over.problem());
            }
            return ended;
        } finally {
            streams.remove(watched);
        }
    }

    private static final class Watched implements OpenStream {
        private final Member member;
        private final StoppableTurn turn;
        private volatile @Nullable Ending over;

        Watched(Member member, StoppableTurn turn) {
            this.member = member;
            this.turn = turn;
        }

        @Override
        public Member member() {
            return member;
        }

        /** An answer that was asked for in time is given to its end. */
        @Override
        public @Nullable Instant tokenEnds() {
            return null;
        }

        @Override
        public void goesOn(Access access) {}

        @Override
        public void end(Ending why) {
            over = why;
            turn.stop();
        }

        /** It ends with its answer anyway. */
        @Override
        public void finish() {}

        @Override
        public void stop() {
            turn.stop();
        }
    }
}
