package ai.novacore.adapters.web.stream;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Ended;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Question;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Reader;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** A turn that others can stop, also before it has begun and while the model says nothing. Good for one question. */
public final class StoppableTurn {
    private final AskQuestionUseCase questions;
    private final UserId owner;
    private final boolean goesOn;
    private @Nullable TurnId turn;
    private boolean stopped;

    /** @param goesOn whether it goes on when its reader leaves */
    public StoppableTurn(AskQuestionUseCase questions, UserId owner, boolean goesOn) {
        this.questions = questions;
        this.owner = owner;
        this.goesOn = goesOn;
    }

    /** As {@link AskQuestionUseCase#ask}; interrupted when it is stopped meanwhile. */
    public Ended ask(Question question, Reader reader) {
        return questions.ask(question, new Noting(reader));
    }

    /** As {@link AskQuestionUseCase#follow}; the turn is interrupted when this is stopped meanwhile. */
    public Ended follow(TurnId followed, long from, Reader reader) {
        return questions.follow(owner, followed, from, new Noting(reader));
    }

    /** Notes which turn it is. */
    private final class Noting implements Reader {
        private final Reader reader;

        Noting(Reader reader) {
            this.reader = reader;
        }

        @Override
        public void begun(Begun begun) {
            reader.begun(begun);
            noteOrStop(begun.turn());
        }

        @Override
        public void queued(int position) {
            reader.queued(position);
        }

        @Override
        public void text(String text, long end) {
            reader.text(text, end);
        }

        @Override
        public void idle() {
            reader.idle();
        }
    }

    /** Stops the turn, now or as soon as it has begun. */
    public void stop() {
        TurnId running;
        synchronized (this) {
            stopped = true;
            running = turn;
        }
        if (running != null) {
            cancel(running);
        }
    }

    /** Its reader is gone: stops it, unless it is to go on. */
    public void readerLeft() {
        if (!goesOn) {
            stop();
        }
    }

    private void noteOrStop(TurnId begun) {
        boolean late;
        synchronized (this) {
            turn = begun;
            late = stopped;
        }
        if (late) {
            cancel(begun);
        }
    }

    private void cancel(TurnId running) {
        try {
            questions.cancel(owner, running);
        } catch (DomainRejection ended) {
            // It has ended by itself meanwhile, which is as good.
        }
    }
}
