package ai.novacore.adapters.web.subscription;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.subscription.BillingSupportShapes.ReconciliationView;
import ai.novacore.adapters.web.subscription.BillingSupportShapes.Reconciliations;
import ai.novacore.adapters.web.subscription.BillingSupportShapes.Webhook;
import ai.novacore.adapters.web.subscription.BillingSupportShapes.Webhooks;
import ai.novacore.application.subscription.port.in.ReconcileUseCase;
import ai.novacore.application.subscription.port.in.SuperviseBillingUseCase;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What became of what Stripe said, for support staff. */
@RestController
@RequestMapping("/support/billing")
final class BillingSupportController {
    private static final int LONGEST_ID = 255;

    private final SuperviseBillingUseCase billing;
    private final ReconcileUseCase reconciling;

    BillingSupportController(SuperviseBillingUseCase billing, ReconcileUseCase reconciling) {
        this.billing = billing;
        this.reconciling = reconciling;
    }

    @GetMapping("/webhooks")
    Webhooks webhooks(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        Status wanted = Choices.optional("status", status, Status.class);
        String before = Texts.optional("cursor", cursor, LONGEST_ID);
        int most = Paging.limit(limit);
        List<Webhook> found =
                billing.webhooks(wanted, before, most).stream().map(Webhook::of).toList();
        return new Webhooks(found, found.size() < most ? null : found.getLast().id());
    }

    @PostMapping("/webhooks/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable String id) {
        billing.retry(Texts.required("id", id, LONGEST_ID));
    }

    @GetMapping("/reconciliations")
    Reconciliations reconciliations(@RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit) {
        return new Reconciliations(reconciling.runs(Paging.limit(limit)).stream()
                .map(ReconciliationView::of)
                .toList());
    }

    @PostMapping("/reconciliations")
    ReconciliationView reconcile() {
        return ReconciliationView.of(reconciling.reconcile());
    }
}
