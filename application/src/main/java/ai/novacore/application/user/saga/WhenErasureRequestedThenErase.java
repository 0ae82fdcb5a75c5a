package ai.novacore.application.user.saga;

import ai.novacore.application.shared.Saga;
import ai.novacore.application.user.saga.WhenErasureRequestedThenErase.Progress;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.ErasureStep;
import ai.novacore.domain.user.UserCommand.CompleteErasure;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import ai.novacore.domain.user.UserEvent.UserErased;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends an account for good once everything that belongs to it has been ended and deleted. */
public final class WhenErasureRequestedThenErase implements Saga<Progress> {
    private static final Actor ACTOR = Actor.system("erasure");

    /**
     * Waiting for the rest of an erasure.
     *
     * @param pending the steps that nobody has reported yet
     */
    public record Progress(UserId user, List<ErasureStep> pending) {
        public Progress {
            pending = List.copyOf(pending);
        }

        private Progress without(ErasureStep done) {
            return new Progress(
                    user, pending.stream().filter(step -> step != done).toList());
        }
    }

    @Override
    public Step<Progress> react(DomainEvent event, @Nullable Progress progress) {
        return switch (event) {
            case ErasureRequested e
            when progress == null -> Step.then(new Progress(e.id(), List.of(ErasureStep.values())));
            case ErasureStepCompleted e when progress != null -> completed(e, progress.without(e.step()));
            case UserErased _ -> Step.end();
            default -> new Step<>(progress, List.of());
        };
    }

    private static Step<Progress> completed(ErasureStepCompleted e, Progress left) {
        return left.pending().isEmpty() ? Step.end(new CompleteErasure(left.user(), ACTOR, e.at())) : Step.then(left);
    }
}
