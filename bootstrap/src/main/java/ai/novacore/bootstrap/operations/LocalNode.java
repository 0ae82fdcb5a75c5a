package ai.novacore.bootstrap.operations;

import ai.novacore.application.conversation.EndOrphanedTurns;
import ai.novacore.application.conversation.port.out.NodeRegistry;
import ai.novacore.bootstrap.database.EmbeddedDatabase;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** With the embedded database there is one node only, so whatever an earlier process left behind is ended at once. */
@Component
class LocalNode {
    private final boolean alone;
    private final NodeRegistry nodes;
    private final EndOrphanedTurns turns;

    LocalNode(
            org.springframework.beans.factory.ObjectProvider<EmbeddedDatabase> embedded,
            NodeRegistry nodes,
            EndOrphanedTurns turns) {
        this.alone = embedded.getIfAvailable() != null;
        this.nodes = nodes;
        this.turns = turns;
    }

    @EventListener(ApplicationReadyEvent.class)
    void endWhatWasLeftBehind() {
        if (alone) {
            nodes.clear();
            turns.renewLease();
            turns.endOrphans();
        }
    }
}
