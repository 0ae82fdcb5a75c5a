package ai.novacore.application.subscription.port.in;

import ai.novacore.domain.shared.UserId;

/** Ends what somebody pays for. */
public interface EndSubscriptionUseCase {

    /**
     * Sees to it that nothing is charged any more, and that nothing is given for it. Idempotent.
     *
     * @throws ai.novacore.application.subscription.port.out.PaymentGateway.PaymentFailure when the gateway could not be
     *     told; nothing was recorded
     */
    void endFor(UserId user);
}
