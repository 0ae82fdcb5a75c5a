package ai.novacore.adapters.persistence.quota;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.shared.Cursor;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "usage_ledger")
class LedgerRow {
    @Id
    @Column(name = "turn_id")
    private String id;

    @Column(name = "user_id")
    private String user;

    @Column(name = "at")
    private Instant at;

    @Column(name = "model")
    private @Nullable String model;

    @Column(name = "input_tokens")
    private long inputTokens;

    @Column(name = "output_tokens")
    private long outputTokens;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private LedgerEntry.Kind kind;

    /** For JPA, which fills the fields in afterwards. */
    @SuppressWarnings("NullAway.Init")
    protected LedgerRow() {}

    LedgerRow(LedgerEntry entry) {
        this.id = entry.turn().value();
        this.user = entry.user().value();
        this.at = Columns.time(entry.at());
        this.model = entry.model();
        this.inputTokens = entry.inputTokens();
        this.outputTokens = entry.outputTokens();
        this.kind = entry.kind();
    }

    LedgerEntry toEntry() {
        return new LedgerEntry(new UserId(user), at, new TurnId(id), model, inputTokens, outputTokens, kind);
    }

    Cursor place() {
        return new Cursor(at, id);
    }
}
