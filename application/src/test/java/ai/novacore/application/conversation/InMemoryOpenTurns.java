package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Open turns in memory. */
public final class InMemoryOpenTurns implements OpenTurnStore {
    private final Map<TurnId, OpenTurn> turns = new LinkedHashMap<>();
    private final Set<TurnId> unwanted = new HashSet<>();

    @Override
    public synchronized void open(OpenTurn turn) {
        turns.put(turn.turn(), turn);
    }

    @Override
    public synchronized void close(TurnId turn) {
        turns.remove(turn);
        unwanted.remove(turn);
    }

    @Override
    public synchronized Set<TurnId> save(Collection<Progress> progress) {
        Set<TurnId> stop = new HashSet<>();
        for (Progress more : progress) {
            OpenTurn turn = turns.get(more.turn());
            if (turn != null) {
                turns.put(more.turn(), with(turn, turn.reply() + more.added(), more.pieces()));
                if (unwanted.contains(more.turn())) {
                    stop.add(more.turn());
                }
            }
        }
        return stop;
    }

    private static OpenTurn with(OpenTurn turn, String reply, long pieces) {
        return new OpenTurn(
                turn.turn(),
                turn.conversation(),
                turn.owner(),
                turn.quota(),
                turn.model(),
                turn.node(),
                turn.estimatedInput(),
                reply,
                pieces);
    }

    @Override
    public synchronized boolean askToStop(TurnId turn) {
        return turns.containsKey(turn) && (unwanted.add(turn) || unwanted.contains(turn));
    }

    @Override
    public synchronized Optional<OpenTurn> find(TurnId turn) {
        return Optional.ofNullable(turns.get(turn));
    }

    @Override
    public synchronized List<OpenTurn> of(UserId owner) {
        return turns.values().stream()
                .filter(turn -> turn.owner().equals(owner))
                .toList();
    }

    @Override
    public synchronized List<OpenTurn> exceptOn(Set<String> nodes) {
        return turns.values().stream()
                .filter(turn -> !nodes.contains(turn.node()))
                .limit(100)
                .toList();
    }
}
