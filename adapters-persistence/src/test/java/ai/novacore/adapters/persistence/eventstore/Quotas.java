package ai.novacore.adapters.persistence.eventstore;

import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaCommand.OpenQuota;
import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;

/** Commands for the backbone's tests. */
final class Quotas {
    static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    static final Allowance ALLOWANCE = new Allowance(Tier.FREE, 1_000, 1_000_000);
    private static final Actor ACTOR = Actor.system("test");

    private Quotas() {}

    static QuotaId of(String user) {
        return QuotaId.on(new UserId("usr_" + user), NOON);
    }

    static OpenQuota open(String user) {
        return new OpenQuota(of(user), ACTOR, NOON, ALLOWANCE);
    }

    static ReserveUsage reserve(String user, String turn) {
        return new ReserveUsage(of(user), ACTOR, NOON, ALLOWANCE, new TurnId("trn_" + turn), 10, 20, 1);
    }

    static SettleUsage settle(String user, String turn) {
        return new SettleUsage(of(user), ACTOR, NOON, new TurnId("trn_" + turn), "llama3.2", 10, 5);
    }
}
