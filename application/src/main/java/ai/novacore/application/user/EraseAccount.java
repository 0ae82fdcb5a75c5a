package ai.novacore.application.user;

import ai.novacore.application.shared.Effect;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.ErasureStep;
import ai.novacore.domain.user.UserCommand.CompleteErasureStep;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what an erasure takes, step by step, and records each step that is done. A step that fails does not keep the
 * others from being done, except the last two: the farewell says that everything is done, and without the key nothing
 * can be. At every attempt all steps are done
 * again; they find nothing left to do where they were done before, or what came since.
 */
public final class EraseAccount implements Effect {
    public static final String NAME = "account-erasure";

    private static final Logger LOG = LoggerFactory.getLogger(EraseAccount.class);
    private static final Actor ACTOR = Actor.system("erasure");

    private final Steps steps;
    private final CommandDispatcher commands;
    private final Clock clock;

    /** How each step is done: idempotent, and failing when something is left. */
    public record Steps(
            Consumer<UserId> sessions,
            Consumer<UserId> billing,
            Consumer<UserId> conversations,
            Consumer<UserId> memories,
            Consumer<UserId> credentials,
            Consumer<UserId> address,
            Consumer<UserId> key) {

        Consumer<UserId> of(ErasureStep step) {
            return switch (step) {
                case SESSIONS -> sessions;
                case BILLING -> billing;
                case CONVERSATIONS -> conversations;
                case MEMORIES -> memories;
                case CREDENTIALS -> credentials;
                case ADDRESS -> address;
                case KEY -> key;
            };
        }
    }

    public EraseAccount(Steps steps, CommandDispatcher commands, Clock clock) {
        this.steps = steps;
        this.commands = commands;
        this.clock = clock;
    }

    /** Some steps of an erasure could not be done; it is to be tried again. */
    public static final class ErasureIncomplete extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ErasureIncomplete(List<ErasureStep> failed) {
            super("steps that are still pending: " + failed);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == ErasureRequested.class;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ErasureIncomplete when some steps failed
     */
    @Override
    public void happen(DomainEvent event, String eventId) {
        if (event instanceof ErasureRequested requested) {
            List<ErasureStep> failed = new ArrayList<>();
            for (ErasureStep step : ErasureStep.values()) {
                boolean tooSoon = step.compareTo(ErasureStep.ADDRESS) >= 0 && !failed.isEmpty();
                if (tooSoon || !isDone(step, requested.id())) {
                    failed.add(step);
                }
            }
            if (!failed.isEmpty()) {
                throw new ErasureIncomplete(failed);
            }
        }
    }

    private boolean isDone(ErasureStep step, UserId user) {
        try {
            steps.of(step).accept(user);
            commands.dispatch(new CompleteErasureStep(user, ACTOR, clock.instant(), step));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The step {} of an erasure failed; it is tried again", step, e);
            return false;
        }
    }
}
