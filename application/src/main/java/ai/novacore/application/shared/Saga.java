package ai.novacore.application.shared;

import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process over several aggregates as one pure function, named {@code WhenXThenY}: no clock, no I/O. A thin shell of
 * the backbone keeps its progress and carries its commands out.
 *
 * @param <P> what it has to keep in mind from one event to the next
 */
public interface Saga<P> {

    /**
     * What follows from an event.
     *
     * @param progress what the last step kept in mind; absent at the first event
     */
    Step<P> react(DomainEvent event, @Nullable P progress);

    /**
     * One step.
     *
     * @param progress what to keep in mind; absent when the process is over
     * @param commands what is to be done now, in this order
     */
    record Step<P>(@Nullable P progress, List<DomainCommand> commands) {
        public Step {
            commands = List.copyOf(commands);
        }

        /** Goes on, and has something done. */
        public static <P> Step<P> then(P progress, DomainCommand... commands) {
            return new Step<>(progress, List.of(commands));
        }

        /** Is over, and has something done. */
        public static <P> Step<P> end(DomainCommand... commands) {
            return new Step<>(null, List.of(commands));
        }
    }
}
