package ai.novacore.adapters.web.subscription;

import ai.novacore.adapters.web.openapi.ForServices;
import ai.novacore.adapters.web.subscription.BillingSupportShapes.ReconciliationView;
import ai.novacore.application.subscription.port.in.ReconcileUseCase;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets everything be compared with Stripe now. */
@ForServices
@RestController
final class ReconciliationController {
    private final ReconcileUseCase reconciling;

    ReconciliationController(ReconcileUseCase reconciling) {
        this.reconciling = reconciling;
    }

    @PostMapping("/internal/workers/reconciliation/run")
    ReconciliationView reconcile() {
        return ReconciliationView.of(reconciling.reconcile());
    }
}
