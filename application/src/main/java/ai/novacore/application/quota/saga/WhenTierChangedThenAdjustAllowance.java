package ai.novacore.application.quota.saga;

import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.Saga;
import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import org.jspecify.annotations.Nullable;

/**
 * Gives a person the allowance of their new tier on the day on which it changed; later days are opened with it anyway.
 * One step, so it keeps nothing in mind.
 */
public final class WhenTierChangedThenAdjustAllowance implements Saga<Void> {
    private static final Actor ACTOR = Actor.system("tier-change");

    private final TierLimits limits;

    public WhenTierChangedThenAdjustAllowance(TierLimits limits) {
        this.limits = limits;
    }

    @Override
    public Step<Void> react(DomainEvent event, @Nullable Void progress) {
        return event instanceof TierChanged e
                ? Step.end(new ChangeAllowance(QuotaId.on(e.user(), e.at()), ACTOR, e.at(), limits.allowance(e.to())))
                : Step.end();
    }
}
