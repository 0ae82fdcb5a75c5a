package ai.novacore.bootstrap.wiring;

import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.StripeCause;
import java.util.Optional;

/** The gateway of a product that sells nothing: nobody ever bought anything, so there is nothing to end. */
final class NothingForSale implements PaymentGateway {

    @Override
    public Optional<StripeCause> endAll(UserId user) {
        return Optional.empty();
    }
}
