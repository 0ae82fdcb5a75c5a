package ai.novacore.application.subscription.port.out;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells what Stripe sent from what others sent, and reads as much of it as is needed to file it. */
public interface WebhookVerifier {

    /**
     * What Stripe says has happened.
     *
     * @param id Stripe's {@code evt_…}
     * @param type such as {@code invoice.paid}
     * @param customer whom it concerns; absent where the event does not name them
     * @param createdAt when it happened
     */
    record Notice(String id, String type, @Nullable String customer, Instant createdAt) {}

    /**
     * @param body the bytes as they came
     * @param signature the header {@code Stripe-Signature}; absent when there was none
     * @throws ai.novacore.domain.shared.DomainRejection {@code invalid_signature} when it is missing, wrong, or of more than
     *     300 seconds ago or ahead; {@code invalid_request} when the body is signed and still no event
     */
    Notice verify(byte[] body, @Nullable String signature);
}
