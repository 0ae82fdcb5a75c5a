package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.JsonColumn;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;

class EvidenceColumn extends JsonColumn<Evidence, EvidenceColumn.Stored> {

    /** Evidence as JSON. */
    record Stored(String conversation, String turn) {}

    EvidenceColumn() {
        super(Stored.class);
    }

    @Override
    protected Stored toStored(Evidence item) {
        return new Stored(item.conversation().value(), item.turn().value());
    }

    @Override
    protected Evidence fromStored(Stored stored) {
        return new Evidence(new ConversationId(stored.conversation()), new TurnId(stored.turn()));
    }
}
