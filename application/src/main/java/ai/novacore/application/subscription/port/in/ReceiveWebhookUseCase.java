package ai.novacore.application.subscription.port.in;

import org.jspecify.annotations.Nullable;

/** Takes in what Stripe sends. */
public interface ReceiveWebhookUseCase {

    /**
     * Stores an event; it is durable when this returns, and applied later. The same event is stored once.
     *
     * @param body the bytes as they came
     * @param signature the header {@code Stripe-Signature}; absent when there was none
     * @throws ai.novacore.domain.shared.DomainRejection {@code invalid_signature} when it is not Stripe's; {@code
     *     invalid_request} when it is no event
     */
    void receive(byte[] body, @Nullable String signature);
}
