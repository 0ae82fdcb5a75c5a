package ai.novacore.adapters.web.subscription;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.application.subscription.port.out.WebhookInbox.Filed;
import ai.novacore.application.subscription.readmodel.Reconciliation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What support staff see of billing. */
final class BillingSupportShapes {
    private BillingSupportShapes() {}

    record Webhooks(List<Webhook> items, @Nullable String nextCursor) {}

    /** Something that Stripe said; {@code attempts} failed, the last one with {@code reason}. */
    record Webhook(
            String id,
            String type,
            @Nullable String customer,

            @Schema(allowableValues = {"pending", "applied", "ignored", "parked"})
            String status,

            Instant createdAt,
            Instant receivedAt,
            @Nullable Instant appliedAt,
            long attempts,
            @Nullable String reason) {

        static Webhook of(Filed filed) {
            return new Webhook(
                    filed.id(),
                    filed.type(),
                    filed.customer(),
                    Choices.lower(filed.status()),
                    filed.createdAt(),
                    filed.receivedAt(),
                    filed.appliedAt(),
                    filed.attempts(),
                    filed.reason());
        }
    }

    record Reconciliations(List<ReconciliationView> items) {}

    /** A comparison with Stripe; {@code failure} when it broke off. */
    @Schema(name = "Reconciliation")
    record ReconciliationView(
            String id,
            Instant startedAt,
            Instant endedAt,
            long checked,
            long differing,
            List<DifferenceView> differences,
            @Nullable String failure) {

        static ReconciliationView of(Reconciliation run) {
            return new ReconciliationView(
                    run.id(),
                    run.startedAt(),
                    run.endedAt(),
                    run.checked(),
                    run.differing(),
                    run.differences().stream()
                            .map(found -> new DifferenceView(found.user(), found.customer(), found.found()))
                            .toList(),
                    run.failure());
        }
    }

    /** {@code found} names what was missed here. */
    @Schema(name = "ReconciliationDifference")
    record DifferenceView(@Nullable String userId, String customer, List<String> found) {}
}
