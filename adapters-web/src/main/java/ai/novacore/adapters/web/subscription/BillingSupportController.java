package ai.novacore.adapters.web.subscription;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.input.Paging;
import ai.novacore.adapters.web.input.Texts;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.subscription.BillingSupportShapes.ReconciliationView;
import ai.novacore.adapters.web.subscription.BillingSupportShapes.Reconciliations;
import ai.novacore.adapters.web.subscription.BillingSupportShapes.Webhook;
import ai.novacore.adapters.web.subscription.BillingSupportShapes.Webhooks;
import ai.novacore.application.subscription.port.in.SuperviseBillingUseCase;
import ai.novacore.application.subscription.port.out.WebhookInbox.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What became of what Stripe said, for support staff, who say why they look. */
@RestController
@RequestMapping("/support/billing")
final class BillingSupportController {
    private static final String REASON = "X-Support-Reason";
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_ID = 255;

    private final SuperviseBillingUseCase billing;

    BillingSupportController(SuperviseBillingUseCase billing) {
        this.billing = billing;
    }

    @WithReason
    @GetMapping("/webhooks")
    Webhooks webhooks(
            @AuthenticationPrincipal Member reader,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            HttpServletRequest request) {
        String reason = reason(request);
        Status wanted = Choices.optional("status", status, Status.class);
        String before = Texts.optional("cursor", cursor, LONGEST_ID);
        int most = Paging.limit(limit);
        List<Webhook> found = billing.webhooks(reader.id(), reason, wanted, before, most).stream()
                .map(Webhook::of)
                .toList();
        return new Webhooks(found, found.size() < most ? null : found.getLast().id());
    }

    @WithReason
    @PostMapping("/webhooks/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@AuthenticationPrincipal Member reader, @PathVariable String id, HttpServletRequest request) {
        billing.retry(reader.id(), reason(request), Texts.required("id", id, LONGEST_ID));
    }

    @WithReason
    @GetMapping("/reconciliations")
    Reconciliations reconciliations(
            @AuthenticationPrincipal Member reader,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            HttpServletRequest request) {
        return new Reconciliations(billing.reconciliations(reader.id(), reason(request), Paging.limit(limit)).stream()
                .map(ReconciliationView::of)
                .toList());
    }

    @WithReason
    @PostMapping("/reconciliations")
    ReconciliationView reconcile(@AuthenticationPrincipal Member reader, HttpServletRequest request) {
        return ReconciliationView.of(billing.reconcile(reader.id(), reason(request)));
    }

    private static String reason(HttpServletRequest request) {
        return Texts.required(REASON, request.getHeader(REASON), LONGEST_REASON);
    }

    @Parameter(
            in = ParameterIn.HEADER,
            name = REASON,
            required = true,
            description = "Why this is looked at; kept in the security log",
            schema = @Schema(type = "string", minLength = 1, maxLength = LONGEST_REASON))
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface WithReason {}
}
