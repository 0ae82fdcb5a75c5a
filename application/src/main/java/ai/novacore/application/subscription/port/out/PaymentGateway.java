package ai.novacore.application.subscription.port.out;

import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeCause;
import java.util.Optional;

/** Where members pay. */
public interface PaymentGateway {

    /**
     * Ends at once whatever a member pays for, so that nothing is charged any more when this returns. Idempotent: to end
     * what has ended does nothing and gives the same answer.
     *
     * @return the gateway's own word that it has ended; absent when the member never bought anything there
     * @throws PaymentFailure when it is not known to have ended; it is to be tried again
     */
    Optional<StripeCause> endAll(UserId user);

    /** The gateway did not do what it was asked to, or did not answer. The message names no personal data. */
    final class PaymentFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PaymentFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
