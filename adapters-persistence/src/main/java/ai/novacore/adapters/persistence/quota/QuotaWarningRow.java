package ai.novacore.adapters.persistence.quota;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.quota.Resource;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** What a person was told about a day. */
@Entity
@Table(name = "quota_warning")
class QuotaWarningRow {

    /** A warning is given once a day, resource and percentage. */
    @Embeddable
    record Occasion(
            @Column(name = "quota_id") String quota,

            @Enumerated(EnumType.STRING) @Column(name = "resource")
            Resource resource,

            @Column(name = "percent") long percent)
            implements Serializable {}

    @EmbeddedId
    private Occasion key;

    @Column(name = "at")
    private Instant at;

    /** For JPA, which fills the fields in afterwards. */
    @SuppressWarnings("NullAway.Init")
    protected QuotaWarningRow() {}

    QuotaWarningRow(Occasion key, Instant at) {
        this.key = key;
        this.at = Columns.time(at);
    }

    static Occasion occasion(QuotaId id, Warning warning) {
        return new Occasion(id.value(), warning.resource(), warning.percent());
    }

    Warning toWarning() {
        return new Warning(key.resource(), key.percent(), at);
    }
}
