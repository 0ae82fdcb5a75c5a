package ai.novacore.application.conversation;

import ai.novacore.application.conversation.TurnLedger.Entry;
import ai.novacore.application.conversation.port.out.NodeRegistry;
import ai.novacore.application.conversation.port.out.OpenTurnStore;
import ai.novacore.application.conversation.port.out.OpenTurnStore.OpenTurn;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.conversation.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the turns whose node died while it answered them, as interrupted, with what that node had saved of the answer. Run
 * every few seconds on every node: a turn that two nodes end at once ends once.
 */
public final class EndOrphanedTurns {
    /** How long a node counts as alive after it has last said so. */
    public static final Duration LEASE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(EndOrphanedTurns.class);

    private final OpenTurnStore openTurns;
    private final NodeRegistry nodes;
    private final RunningTurns running;
    private final TurnLedger ledger;
    private final Clock clock;
    private final String node;

    public EndOrphanedTurns(
            OpenTurnStore openTurns,
            NodeRegistry nodes,
            RunningTurns running,
            CommandDispatcher commands,
            Clock clock,
            String node) {
        this.openTurns = openTurns;
        this.nodes = nodes;
        this.running = running;
        this.ledger = new TurnLedger(commands, openTurns, clock);
        this.clock = clock;
        this.node = node;
    }

    /** Says that this node is alive. */
    public void renewLease() {
        nodes.renew(node, clock.instant(), LEASE);
    }

    /**
     * Ends what nobody is answering any more, at most a hundred turns a call.
     *
     * @return how many turns were ended
     */
    public int endOrphans() {
        Instant now = clock.instant();
        Set<String> others = new HashSet<>(nodes.alive(now));
        others.remove(node);
        List<OpenTurn> orphans = openTurns.exceptOn(others).stream()
                .filter(turn -> !turn.node().equals(node) || !running.contains(turn.turn()))
                .toList();
        return (int) orphans.stream().filter(this::end).count();
    }

    /** Whether it worked; one turn that cannot be ended now must not hold up the others. */
    private boolean end(OpenTurn turn) {
        try {
            LOG.info("Ending turn {}, which node {} left behind", turn.turn().value(), turn.node());
            ledger.interrupt(
                    Entry.of(turn),
                    turn.reply(),
                    "node_lost",
                    new TokenUsage(turn.estimatedInput(), turn.pieces()),
                    () -> {});
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Turn {} cannot be ended, it is tried again", turn.turn().value(), e);
            return false;
        }
    }
}
