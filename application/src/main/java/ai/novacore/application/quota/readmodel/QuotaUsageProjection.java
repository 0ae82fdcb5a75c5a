package ai.novacore.application.quota.readmodel;

import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.application.shared.Projection;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.user.UserEvent.UserErased;

/**
 * Folds a day's reservations into {@link QuotaUsage}, with the same sums as the domain's own fold. What still happens on
 * a day after its owner was erased is left out: the day is opened by its first event, so one that is not there is gone.
 */
public final class QuotaUsageProjection implements Projection {
    private final QuotaUsageStore usage;

    public QuotaUsageProjection(QuotaUsageStore usage) {
        this.usage = usage;
    }

    @Override
    public String name() {
        return "quota-usage";
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return QuotaEvent.class.isAssignableFrom(eventType) || eventType == UserErased.class;
    }

    @Override
    public void project(DomainEvent event) {
        if (event instanceof QuotaEvent quotaEvent) {
            fold(quotaEvent);
        } else if (event instanceof UserErased erased) {
            usage.removeAll(erased.id());
        }
    }

    private void fold(QuotaEvent event) {
        switch (event) {
            case QuotaOpened e -> usage.saveAllowance(e.id(), e.allowance());
            case QuotaWarned e -> usage.warn(e.id(), new Warning(e.resource(), e.percent(), e.at()));
            case AllowanceChanged e -> usage.saveAllowance(e.id(), e.to());
            case UsageReserved e -> usage.reserve(e.id(), e.turn(), e.inputTokens() + e.outputTokens());
            case UsageSettled e -> usage.end(e.id(), e.turn(), e.inputTokens() + e.outputTokens(), 1);
            case UsageReleased e -> usage.end(e.id(), e.turn(), 0, 0);
        }
    }
}
