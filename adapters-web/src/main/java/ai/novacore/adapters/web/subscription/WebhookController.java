package ai.novacore.adapters.web.subscription;

import ai.novacore.application.subscription.port.in.ReceiveWebhookUseCase;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Stripe tells what has happened. The signature is over the bytes as they came, so nothing may read them before. */
@RestController
final class WebhookController {
    private static final String SIGNATURE = "Stripe-Signature";

    private final ReceiveWebhookUseCase webhooks;

    WebhookController(ReceiveWebhookUseCase webhooks) {
        this.webhooks = webhooks;
    }

    /** Stored, not yet applied. */
    record Received(boolean received) {}

    @PostMapping("/billing/webhook")
    Received receive(HttpServletRequest request) throws IOException {
        List<String> signatures = Collections.list(request.getHeaders(SIGNATURE));
        webhooks.receive(
                request.getInputStream().readAllBytes(), signatures.isEmpty() ? null : String.join(",", signatures));
        return new Received(true);
    }
}
