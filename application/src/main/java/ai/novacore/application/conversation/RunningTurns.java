package ai.novacore.application.conversation;

import ai.novacore.application.model.port.out.Cancellation;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The turns that this node is answering, and the switches that stop them. As many as there are threads that ask. */
public final class RunningTurns {
    private final Map<TurnId, Running> turns = new ConcurrentHashMap<>();

    private record Running(UserId owner, Cancellation cancellation) {}

    /** Notes a turn; its switch stays known until {@link #ended}. */
    Cancellation begin(TurnId turn, UserId owner) {
        Cancellation cancellation = new Cancellation();
        turns.put(turn, new Running(owner, cancellation));
        return cancellation;
    }

    void ended(TurnId turn) {
        turns.remove(turn);
    }

    boolean contains(TurnId turn) {
        return turns.containsKey(turn);
    }

    /** The switch of a turn, for its owner only. */
    Optional<Cancellation> find(TurnId turn, UserId owner) {
        return Optional.ofNullable(turns.get(turn))
                .filter(running -> running.owner().equals(owner))
                .map(Running::cancellation);
    }

    /** Stops all turns of a person. */
    void cancelAll(UserId owner) {
        turns.values().stream()
                .filter(running -> running.owner().equals(owner))
                .forEach(running -> running.cancellation().cancel());
    }

    /** How many there are. */
    public int count() {
        return turns.size();
    }
}
