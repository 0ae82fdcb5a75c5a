package ai.novacore.application.subscription.readmodel;

import ai.novacore.application.shared.Projection;
import ai.novacore.application.subscription.port.out.SubscriptionStore;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.Subscription;
import ai.novacore.domain.subscription.SubscriptionDecider;
import ai.novacore.domain.subscription.SubscriptionEvent;
import ai.novacore.domain.user.UserEvent.UserErased;

/** Folds what happens to subscriptions into {@link SubscriptionOverview}, by the same fold that decides about them. */
public final class SubscriptionOverviewProjection implements Projection {
    private final SubscriptionDecider decider = new SubscriptionDecider();
    private final SubscriptionStore store;

    public SubscriptionOverviewProjection(SubscriptionStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return SubscriptionEvent.class.isAssignableFrom(eventType) || eventType == UserErased.class;
    }

    @Override
    public void project(DomainEvent event) {
        if (event instanceof SubscriptionEvent told) {
            UserId user = told.user();
            Subscription before =
                    store.find(user).map(SubscriptionOverview::state).orElseGet(decider::initial);
            store.save(new SubscriptionOverview(user, decider.evolve(before, told)));
        } else if (event instanceof UserErased erased) {
            store.remove(erased.id());
        }
    }
}
