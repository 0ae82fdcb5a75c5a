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
    private @Nullable TurnId turn;
    private boolean stopped;

    public StoppableTurn(AskQuestionUseCase questions, UserId owner) {
        this.questions = questions;
        this.owner = owner;
    }

    /** As {@link AskQuestionUseCase#ask}; interrupted when it is stopped meanwhile. */
    public Ended ask(Question question, Reader reader) {
        return questions.ask(question, new Reader() {
            @Override
            public void begun(Begun begun) {
                reader.begun(begun);
                noteOrStop(begun.turn());
            }

            @Override
            public void token(String text) {
                reader.token(text);
            }
        });
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
