package ai.novacore.domain.quota;

import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Instant;

/** The person, the day and the turns that the quota's tests speak of. */
final class QuotaExamples {
    static final UserId ADA = new UserId("usr_ada");
    static final Actor ACTOR = Actor.member(ADA);
    static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    static final QuotaId TODAY = QuotaId.on(ADA, NOON);
    static final Allowance FREE = new Allowance(Tier.FREE, 50, 50_000);
    static final Allowance BASIC = new Allowance(Tier.BASIC, 500, 500_000);
    static final TurnId FIRST = new TurnId("trn_1");
    static final TurnId SECOND = new TurnId("trn_2");

    private QuotaExamples() {}

    static Allowance free(long messages, long tokens) {
        return new Allowance(Tier.FREE, messages, tokens);
    }

    static QuotaCommand.ReserveUsage reserve(TurnId turn, long input, long maxOutput) {
        return new QuotaCommand.ReserveUsage(TODAY, ACTOR, NOON, FREE, turn, input, maxOutput, 16);
    }
}
