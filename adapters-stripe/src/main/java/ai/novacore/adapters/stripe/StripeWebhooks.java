package ai.novacore.adapters.stripe;

import ai.novacore.application.subscription.port.out.WebhookReader;
import ai.novacore.application.subscription.port.out.WebhookVerifier;
import ai.novacore.domain.shared.DomainRejection;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks of Stripe: who sent them, and what they say. Nothing is read before the signature is right, and only what is
 * needed then, so that events of any version of Stripe's API are understood. Safe for use by many threads.
 */
public final class StripeWebhooks implements WebhookVerifier, WebhookReader {
    private final List<String> secrets;
    private final Clock clock;

    public StripeWebhooks(StripeSettings settings, Clock clock) {
        secrets = settings.webhookSecrets();
        this.clock = clock;
    }

    @Override
    public Notice verify(byte[] body, @Nullable String signature) {
        if (signature == null || !SignatureHeader.isPlausible(signature, clock)) {
            throw invalid();
        }
        String payload = text(body);
        if (secrets.stream().noneMatch(secret -> isSigned(payload, signature, secret))) {
            throw invalid();
        }
        return EventEnvelope.read(payload)
                .orElseThrow(() -> DomainRejection.invalid("invalid_request", "This is no event of Stripe."));
    }

    @Override
    public Said read(String payload) {
        return EventReading.read(payload);
    }

    private boolean isSigned(String payload, String header, String secret) {
        try {
            return Webhook.Signature.verifyHeader(payload, header, secret, SignatureHeader.TOLERANCE_SECONDS, clock);
        } catch (SignatureVerificationException e) {
            return false;
        } catch (RuntimeException e) {
            // The library takes the header apart without looking; what it trips over was not written by Stripe.
            return false;
        }
    }

    /** A signature is over bytes: text that stands for other bytes as well would not be what was signed. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw invalid();
        }
    }

    private static DomainRejection invalid() {
        return DomainRejection.invalid("invalid_signature", "The signature is missing, wrong, or of another time.");
    }
}
