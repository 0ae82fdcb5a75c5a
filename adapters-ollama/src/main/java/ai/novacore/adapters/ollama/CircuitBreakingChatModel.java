package ai.novacore.adapters.ollama;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.application.model.port.out.ChatModel;
import ai.novacore.application.model.port.out.Completion;
import ai.novacore.application.model.port.out.Completion.Finish;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.Prompt;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/**
 * Does not ask a model for a while that has failed too often just now: {@code UNAVAILABLE} at once. Which model that is,
 * {@link ModelBreakers} knows.
 *
 * <p>An answer counts as good with its first text, or when it ends without any, and as failed when it ends before as {@code
 * UNAVAILABLE}, {@code TIMEOUT} or {@code FAILED}. What is refused for its own sake ({@code NOT_FOUND}, {@code TOO_LONG})
 * and what is cancelled says nothing about the model and counts as nothing.
 */
public final class CircuitBreakingChatModel implements ChatModel {
    private final ChatModel model;
    private final ModelBreakers breakers;

    public CircuitBreakingChatModel(ChatModel model, ModelBreakers breakers) {
        this.model = model;
        this.breakers = breakers;
    }

    @Override
    public Completion answer(Prompt prompt, Listener listener, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new Completion(Finish.CANCELLED, 0, 0);
        }
        CircuitBreaker breaker = breakers.of(prompt.model());
        if (!breaker.tryAcquirePermission()) {
            throw new ModelFailure(
                    Kind.UNAVAILABLE, "the model failed too often just now; it is not tried for some seconds");
        }
        Trial trial = new Trial(breaker);
        try {
            Completion completion = model.answer(prompt, trial.watching(listener), cancellation);
            trial.end(completion.finish() == Finish.CANCELLED ? Outcome.NOTHING : Outcome.GOOD);
            return completion;
        } catch (ModelFailure failure) {
            trial.end(outcome(failure.kind()));
            throw failure;
        } finally {
            // What the listener throws, and what nobody expected.
            trial.end(Outcome.NOTHING);
        }
    }

    private static Outcome outcome(Kind kind) {
        return switch (kind) {
            case UNAVAILABLE, TIMEOUT, FAILED -> Outcome.FAILED;
            case NOT_FOUND, TOO_LONG -> Outcome.NOTHING;
        };
    }

    private enum Outcome {
        GOOD,
        FAILED,
        NOTHING
    }

    /** One answer, which counts once. */
    private static final class Trial {
        private final CircuitBreaker breaker;
        private final long begun;
        private boolean ended;

        Trial(CircuitBreaker breaker) {
            this.breaker = breaker;
            begun = breaker.getCurrentTimestamp();
        }

        Listener watching(Listener listener) {
            return new Listener() {
                @Override
                public void text(String piece) {
                    end(Outcome.GOOD);
                    listener.text(piece);
                }

                @Override
                public void queued(int position) {
                    listener.queued(position);
                }
            };
        }

        void end(Outcome outcome) {
            if (ended) {
                return;
            }
            ended = true;
            long took = breaker.getCurrentTimestamp() - begun;
            switch (outcome) {
                case GOOD -> breaker.onSuccess(took, breaker.getTimestampUnit());
                case FAILED -> breaker.onError(took, breaker.getTimestampUnit(), new IllegalStateException("failed"));
                case NOTHING -> breaker.releasePermission();
            }
        }
    }
}
