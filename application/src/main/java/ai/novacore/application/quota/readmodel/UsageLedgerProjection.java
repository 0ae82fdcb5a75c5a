package ai.novacore.application.quota.readmodel;

import ai.novacore.application.quota.port.out.UsageLedgerStore;
import ai.novacore.application.quota.readmodel.LedgerEntry.Kind;
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

/** Writes each reservation's end down as a {@link LedgerEntry}. */
public final class UsageLedgerProjection implements Projection {
    private final UsageLedgerStore ledger;

    public UsageLedgerProjection(UsageLedgerStore ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "usage-ledger";
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == UsageSettled.class || eventType == UsageReleased.class || eventType == UserErased.class;
    }

    @Override
    public void project(DomainEvent event) {
        if (event instanceof QuotaEvent quotaEvent) {
            fold(quotaEvent);
        } else if (event instanceof UserErased erased) {
            ledger.removeAll(erased.id());
        }
    }

    private void fold(QuotaEvent event) {
        switch (event) {
            case UsageSettled e ->
                ledger.add(new LedgerEntry(
                        e.id().user(), e.at(), e.turn(), e.model(), e.inputTokens(), e.outputTokens(), Kind.SETTLED));
            case UsageReleased e ->
                ledger.add(new LedgerEntry(e.id().user(), e.at(), e.turn(), null, 0, 0, Kind.RELEASED));
            case QuotaOpened e -> {}
            case UsageReserved e -> {}
            case QuotaWarned e -> {}
            case AllowanceChanged e -> {}
        }
    }
}
