package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.conversation.port.out.OpenTurnStore.Progress;
import ai.novacore.domain.shared.TurnId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a node does twice a second for the turns that it answers: it saves what was said, so that others can show it and
 * it outlives the node; stops those that were cancelled on other nodes; and records ends that could not be recorded.
 */
public final class KeepTurns {
    private final RunningTurns running;
    private final OpenTurnStore openTurns;
    private final TurnRunner runner;

    KeepTurns(RunningTurns running, OpenTurnStore openTurns, TurnRunner runner) {
        this.running = running;
        this.openTurns = openTurns;
        this.runner = runner;
    }

    /** One round; one query, when anything is being answered. */
    public void keep() {
        List<LiveTurn> turns = running.all();
        if (!turns.isEmpty()) {
            save(turns);
        }
        runner.recordAgain();
    }

    private void save(List<LiveTurn> turns) {
        List<Progress> progress = new ArrayList<>();
        turns.forEach(turn -> progress.add(turn.progress()));
        Set<TurnId> unwanted = openTurns.save(progress);
        for (int i = 0; i < turns.size(); i++) {
            LiveTurn turn = turns.get(i);
            turn.saved(progress.get(i));
            if (unwanted.contains(turn.begun().turn())) {
                turn.stop("cancelled");
            }
        }
    }
}
