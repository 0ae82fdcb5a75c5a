package ai.novacore.adapters.persistence.quota;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A turn's claim on a day. */
@Entity
@Table(name = "quota_reservation")
class QuotaReservationRow {

    /** A turn of a day. */
    @Embeddable
    record TurnOfDay(
            @Column(name = "quota_id") String quota,
            @Column(name = "turn_id") String turn) implements Serializable {}

    /** Read by JPA only. */
    @SuppressWarnings("UnusedVariable")
    @EmbeddedId
    private TurnOfDay key;

    @Column(name = "tokens")
    private long tokens;

    @Column(name = "ended")
    private boolean ended;

    /** For JPA, which fills the fields in afterwards. */
    @SuppressWarnings("NullAway.Init")
    protected QuotaReservationRow() {}

    QuotaReservationRow(TurnOfDay key, long tokens) {
        this.key = key;
        this.tokens = tokens;
    }

    long tokens() {
        return tokens;
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }
}
