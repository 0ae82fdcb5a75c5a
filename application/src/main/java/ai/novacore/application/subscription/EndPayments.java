package ai.novacore.application.subscription;

import ai.novacore.application.shared.Effect;
import ai.novacore.application.subscription.port.out.PaymentGateway;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.DuplicateFound;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentDisputed;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ends at Stripe what is not to be paid for any longer: a subscription whose payment went back or is disputed, and a second
 * one beside the first. That it has ended is recorded when Stripe says so.
 */
public final class EndPayments implements Effect {
    public static final String NAME = "end-payments";

    private static final Set<Class<?>> EVENTS =
            Set.of(PaymentRefunded.class, PaymentDisputed.class, DuplicateFound.class);

    private final PaymentGateway gateway;

    public EndPayments(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return EVENTS.contains(eventType);
    }

    /**
     * {@inheritDoc}
     *
     * @throws PaymentGateway.PaymentFailure when Stripe did not do it; it is to be tried again
     */
    @Override
    public void happen(DomainEvent event, String eventId) {
        switch (event) {
            case PaymentRefunded e when e.endsSubscription() -> cancel(e.stripeSubscriptionId(), eventId);
            case PaymentDisputed e -> cancel(e.stripeSubscriptionId(), eventId);
            case DuplicateFound e -> cancel(e.stripeSubscriptionId(), eventId);
            default -> {}
        }
    }

    private void cancel(@Nullable String subscription, String eventId) {
        if (subscription != null) {
            gateway.cancel(subscription, eventId);
        }
    }
}
