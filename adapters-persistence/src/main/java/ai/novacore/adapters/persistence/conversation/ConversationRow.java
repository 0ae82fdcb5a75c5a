package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.conversation.readmodel.ConversationSummary;
import ai.novacore.application.shared.Cursor;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "conversation")
class ConversationRow {
    @Id
    @Column(name = "conversation_id")
    private String id;

    @Column(name = "owner")
    private String owner;

    @Column(name = "title")
    private String title;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "turn_count")
    private long turnCount;

    /** For JPA, which fills the fields in afterwards. */
    @SuppressWarnings("NullAway.Init")
    protected ConversationRow() {}

    ConversationRow(ConversationSummary summary) {
        this.id = summary.id().value();
        this.owner = summary.owner().value();
        this.title = Columns.text(summary.title());
        this.createdAt = Columns.time(summary.createdAt());
        this.updatedAt = Columns.time(summary.updatedAt());
        this.turnCount = summary.turnCount();
    }

    ConversationSummary toSummary() {
        return new ConversationSummary(
                new ConversationId(id), new UserId(owner), title, createdAt, updatedAt, turnCount);
    }

    Cursor place() {
        return new Cursor(updatedAt, id);
    }
}
