package ai.novacore.application.conversation;

import ai.novacore.application.conversation.TurnLedger.Entry;
import ai.novacore.application.conversation.port.out.ConversationThreadStore;
import ai.novacore.application.conversation.port.out.NodeRegistry;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.shared.port.out.CommandDispatcher;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.quota.QuotaId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the turns whose node died while it answered them, as interrupted. What had been said is lost with the node, so
 * only the question is charged. Run every few seconds on every node: a turn that two nodes end at once ends once.
 */
public final class EndOrphanedTurns {
    /** How long a node counts as alive after it has last said so. */
    public static final Duration LEASE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(EndOrphanedTurns.class);

    private final ConversationThreadStore threads;
    private final NodeRegistry nodes;
    private final RunningTurns running;
    private final TurnLedger ledger;
    private final Clock clock;
    private final String node;

    public EndOrphanedTurns(
            ConversationThreadStore threads,
            NodeRegistry nodes,
            RunningTurns running,
            CommandDispatcher commands,
            Clock clock,
            String node) {
        this.threads = threads;
        this.nodes = nodes;
        this.running = running;
        this.ledger = new TurnLedger(commands, clock);
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
        List<ThreadTurn> orphans = threads.openTurnsExceptOn(others).stream()
                .filter(turn -> !turn.node().equals(node) || !running.contains(turn.id()))
                .toList();
        return (int) orphans.stream().filter(this::end).count();
    }

    /** Whether it worked; one turn that cannot be ended now must not hold up the others. */
    private boolean end(ThreadTurn turn) {
        try {
            endAsInterrupted(turn);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Turn {} cannot be ended, it is tried again", turn.id().value(), e);
            return false;
        }
    }

    private void endAsInterrupted(ThreadTurn turn) {
        LOG.info("Ending turn {}, which node {} left behind", turn.id().value(), turn.node());
        ledger.interrupt(
                new Entry(
                        QuotaId.on(turn.owner(), turn.startedAt()),
                        turn.conversation(),
                        turn.owner(),
                        turn.id(),
                        turn.model()),
                "",
                "node_lost",
                new TokenUsage(TokenEstimate.of(turn.prompt()), 0));
    }
}
