package ai.novacore.application.conversation;

import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The turns that this node is answering. Each has a place at the model or waits for one, which bounds how many there are. */
public final class RunningTurns {
    private final Map<TurnId, LiveTurn> turns = new HashMap<>();

    synchronized void add(LiveTurn turn) {
        turns.put(turn.begun().turn(), turn);
    }

    synchronized void remove(TurnId turn) {
        turns.remove(turn);
        notifyAll();
    }

    synchronized boolean contains(TurnId turn) {
        return turns.containsKey(turn);
    }

    /** A turn, for its owner only. */
    synchronized Optional<LiveTurn> find(TurnId turn, UserId owner) {
        return Optional.ofNullable(turns.get(turn)).filter(live -> live.owner().equals(owner));
    }

    synchronized Optional<LiveTurn> find(TurnId turn) {
        return Optional.ofNullable(turns.get(turn));
    }

    synchronized List<LiveTurn> all() {
        return List.copyOf(turns.values());
    }

    /** Stops what is left when the product stops: answers that go on although nobody reads them. */
    public void stopAll() {
        all().forEach(turn -> turn.stop("shutting_down"));
    }

    /** Waits until no turn runs; false when one still did at the end of that time. */
    public synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); !turns.isEmpty(); left = (end - System.nanoTime()) / 1_000_000) {
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** How many there are. */
    public synchronized int count() {
        return turns.size();
    }
}
