package ai.novacore.application.quota.saga;

import ai.novacore.application.quota.TierLimits;
import ai.novacore.application.shared.Saga;
import ai.novacore.domain.quota.QuotaCommand.ChangeAllowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Gives a person the allowance of their new tier on the day on which it changed; later days are opened with it anyway. Just
 * before midnight the next day gets it too: it may be opened before the read model has heard of the change. One step, so it
 * keeps nothing in mind.
 */
public final class WhenTierChangedThenAdjustAllowance implements Saga<Void> {
    private static final Actor ACTOR = Actor.system("tier-change");
    private static final Duration JUST_BEFORE = Duration.ofMinutes(5);

    private final TierLimits limits;

    public WhenTierChangedThenAdjustAllowance(TierLimits limits) {
        this.limits = limits;
    }

    @Override
    public Step<Void> react(DomainEvent event, @Nullable Void progress) {
        if (!(event instanceof TierChanged changed)) {
            return Step.end();
        }
        QuotaId today = QuotaId.on(changed.user(), changed.at());
        QuotaId soon = QuotaId.on(changed.user(), changed.at().plus(JUST_BEFORE));
        return soon.equals(today)
                ? Step.end(adjust(today, changed))
                : Step.end(adjust(today, changed), adjust(soon, changed));
    }

    private ChangeAllowance adjust(QuotaId day, TierChanged changed) {
        return new ChangeAllowance(day, ACTOR, changed.at(), limits.allowance(changed.to()));
    }
}
