package ai.novacore.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.subscription.port.out.ReconciliationStore;
import ai.novacore.application.subscription.readmodel.Reconciliation;
import ai.novacore.application.subscription.readmodel.Reconciliation.Difference;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ReconciliationStore} promises. */
public abstract class ReconciliationStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00.123456Z");

    /** An empty one; the same one throughout a test. */
    protected abstract ReconciliationStore store();

    @Test
    void listsTheNewestFirst() {
        store().add(run(1), 10);
        store().add(run(2), 10);
        store().add(run(3), 10);

        assertThat(store().newest(2)).containsExactly(run(3), run(2));
    }

    @Test
    void forgetsTheOldest() {
        store().add(run(1), 2);
        store().add(run(2), 2);
        store().add(run(3), 2);

        assertThat(store().newest(10)).containsExactly(run(3), run(2));
    }

    @Test
    void keepsWhyOneBrokeOff() {
        Reconciliation broken = new Reconciliation("rec_0", NOON, NOON, 7, 0, List.of(), "no answer");
        store().add(broken, 10);

        assertThat(store().newest(10)).containsExactly(broken);
    }

    private static Reconciliation run(int number) {
        Difference known = new Difference("usr_ada", "cus_1", List.of("subscription.cancelled/1"));
        Difference unknown = new Difference(null, "cus_2", List.of("customer_unknown"));
        return new Reconciliation(
                "rec_" + number,
                NOON.plusSeconds(number),
                NOON.plusSeconds(number + 1),
                12,
                2,
                List.of(known, unknown),
                null);
    }
}
