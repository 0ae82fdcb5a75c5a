package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Reader;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.domain.conversation.TokenUsage;

/** What there is of an answer while it is being given. Its size is bounded by the cap that the model is called with. */
final class TurnInProgress {
    private final Reader reader;
    private final long estimatedInput;
    private final StringBuilder reply = new StringBuilder();
    private long pieces;

    TurnInProgress(Reader reader, long estimatedInput) {
        this.reader = reader;
        this.estimatedInput = estimatedInput;
    }

    /** The reader did not take what it was given. */
    static final class ReaderLeft extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException reason;

        ReaderLeft(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }

        RuntimeException reason() {
            return reason;
        }
    }

    void begun(Begun begun) {
        try {
            reader.begun(begun);
        } catch (RuntimeException e) {
            throw new ReaderLeft(e);
        }
    }

    void token(String text) {
        reply.append(text);
        pieces++;
        try {
            reader.token(text);
        } catch (RuntimeException e) {
            throw new ReaderLeft(e);
        }
    }

    String reply() {
        return reply.toString();
    }

    /** What is charged when the model has not counted: the estimate of the prompt, and the pieces that came. */
    TokenUsage usageSoFar() {
        return new TokenUsage(estimatedInput, pieces);
    }

    /** What is charged at the end: the model's counts, where it gave them. */
    TokenUsage usage(Completion completion) {
        return completion.inputTokens() > 0
                ? new TokenUsage(completion.inputTokens(), completion.outputTokens())
                : new TokenUsage(estimatedInput, Math.max(pieces, completion.outputTokens()));
    }
}
