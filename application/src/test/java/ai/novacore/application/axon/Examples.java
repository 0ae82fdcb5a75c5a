package ai.novacore.application.axon;

import ai.novacore.application.shared.ManualClock;
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

/** Commands for the bridge's tests. */
final class Examples {
    static final Instant NOON = ManualClock.NOON;
    static final UserId ADA = new UserId("usr_ada");
    static final Actor ACTOR = Actor.member(ADA);
    static final Allowance ALLOWANCE = new Allowance(Tier.FREE, 50, 50_000);

    private Examples() {}

    static QuotaId quota(String user) {
        return QuotaId.on(new UserId("usr_" + user), NOON);
    }

    static OpenQuota open(String user) {
        return new OpenQuota(quota(user), ACTOR, NOON, ALLOWANCE);
    }

    static ReserveUsage reserve(String user, String turn) {
        return new ReserveUsage(quota(user), ACTOR, NOON, ALLOWANCE, new TurnId("trn_" + turn), 10, 20, 1);
    }

    /** Rejected when the turn was not reserved. */
    static SettleUsage settle(String user, String turn) {
        return new SettleUsage(quota(user), ACTOR, NOON, new TurnId("trn_" + turn), "llama3.2", 10, 5);
    }
}
