package ai.novacore.application.shared.port.out;

import ai.novacore.domain.shared.DomainCommand;
import ai.novacore.domain.shared.DomainEvent;
import java.util.List;
import java.util.function.Supplier;

/** Carries commands to the aggregates that decide them. */
public interface CommandDispatcher {

    /**
     * Has a command decided and its events recorded. When this returns, they are in the log for good, unless it was
     * called inside {@link #atomically}, whose end decides.
     *
     * @return the events; empty when there was nothing left to do
     * @throws ai.novacore.domain.shared.DomainRejection when the command breaks a rule; nothing was recorded
     */
    List<DomainEvent> dispatch(DomainCommand command);

    /**
     * Runs work whose commands and rows become durable together or not at all. Work that loses a race for a stream is
     * run again from its start, a few times, so it must not have effects elsewhere; streams are to be touched in the
     * order quota, conversation, memory, so that no two wait for each other.
     */
    <T> T atomically(Supplier<T> work);
}
