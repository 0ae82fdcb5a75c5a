package ai.novacore.adapters.persistence.memory;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.memory.readmodel.MemoryItem;
import ai.novacore.application.shared.Cursor;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.Memory.Status;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "memory_shelf")
class ShelfRow {
    @Id
    @Column(name = "memory_id")
    private String id;

    @Column(name = "owner")
    private String owner;

    @Enumerated(EnumType.STRING)
    @Column(name = "tier")
    private MemoryTier tier;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private MemoryKind kind;

    @Column(name = "content")
    private String content;

    @Column(name = "importance")
    private double importance;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "thread")
    private @Nullable String thread;

    @Column(name = "last_recalled_at")
    private @Nullable Instant lastRecalledAt;

    @Column(name = "recalls")
    private long recalls;

    @Convert(converter = EvidenceColumn.class)
    @Column(name = "evidence")
    private List<Evidence> evidence;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private Status status;

    @Column(name = "superseded_by")
    private @Nullable String supersededBy;

    /** For JPA, which fills the fields in afterwards. */
    @SuppressWarnings("NullAway.Init")
    protected ShelfRow() {}

    ShelfRow(MemoryItem item) {
        this.id = item.id().value();
        this.owner = item.owner().value();
        this.tier = item.tier();
        this.kind = item.kind();
        this.content = Columns.text(item.content());
        this.importance = item.importance();
        this.createdAt = Columns.time(item.createdAt());
        this.occurredAt = Columns.time(item.occurredAt());
        this.thread = item.thread() == null ? null : Columns.text(item.thread());
        this.recalls = item.recalls();
        this.lastRecalledAt = Columns.timeOrNull(item.lastRecalledAt());
        this.evidence = item.evidence();
        this.status = item.status();
        this.supersededBy =
                item.supersededBy() == null ? null : item.supersededBy().value();
    }

    MemoryItem toItem() {
        return new MemoryItem(
                new MemoryId(id),
                new UserId(owner),
                tier,
                kind,
                content,
                importance,
                createdAt,
                occurredAt,
                thread,
                lastRecalledAt,
                recalls,
                evidence,
                status,
                supersededBy == null ? null : new MemoryId(supersededBy));
    }

    Cursor place() {
        return new Cursor(createdAt, id);
    }
}
