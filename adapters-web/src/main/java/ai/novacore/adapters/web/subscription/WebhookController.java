package ai.novacore.adapters.web.subscription;

import ai.novacore.application.subscription.port.in.ReceiveWebhookUseCase;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Stripe tells what has happened. The signature is over the bytes as they came, so nothing may read them before. */
@RestController
final class WebhookController {
    private static final String SIGNATURE = "Stripe-Signature";

    /** Always the same, so it is not written anew each time. */
    private static final ResponseEntity<byte[]> RECEIVED = ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .body("{\"received\":true}".getBytes(StandardCharsets.UTF_8));

    private final ReceiveWebhookUseCase webhooks;

    WebhookController(ReceiveWebhookUseCase webhooks) {
        this.webhooks = webhooks;
    }

    /** Stored, not yet applied. */
    @Schema(name = "Received")
    record Received(boolean received) {}

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Received.class)))
    @PostMapping("/billing/webhook")
    ResponseEntity<byte[]> receive(HttpServletRequest request) throws IOException {
        List<String> signatures = Collections.list(request.getHeaders(SIGNATURE));
        webhooks.receive(
                request.getInputStream().readAllBytes(), signatures.isEmpty() ? null : String.join(",", signatures));
        return RECEIVED;
    }
}
