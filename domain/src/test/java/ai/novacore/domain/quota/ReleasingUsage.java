package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.quota.QuotaCommand.ReleaseUsage;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.Deciding;
import java.util.List;
import org.junit.jupiter.api.Test;

@Deciding(ReleaseUsage.class)
class ReleasingUsage {
    private static final QuotaOpened OPENED = new QuotaOpened(TODAY, NOON, FREE);
    private static final UsageReserved RESERVED = new UsageReserved(TODAY, NOON, FIRST, 100, 200);
    private static final UsageReleased RELEASED = new UsageReleased(TODAY, NOON, FIRST, 100, 200, "model_unavailable");

    private final QuotaDecider decider = new QuotaDecider();
    private final ReleaseUsage release = new ReleaseUsage(TODAY, ACTOR, NOON, FIRST, "model_unavailable");

    @Test
    void givesTheWholeReservationBack() {
        given(decider, OPENED, RESERVED).when(release).thenEvents(RELEASED);
    }

    @Test
    void leavesTheDayAsIfTheTurnHadNeverBeen() {
        Quota quota = decider.fold(decider.initial(), List.of(OPENED, RESERVED, RELEASED));

        assertThat(quota.remainingTokens(FREE)).isEqualTo(FREE.tokens());
        assertThat(quota.remainingMessages(FREE)).isEqualTo(FREE.messages());
    }

    @Test
    void happensOnceATurn() {
        given(decider, OPENED, RESERVED, RELEASED).when(release).thenNothing();
    }

    @Test
    void doesNotTakeAChargeBack() {
        given(decider, OPENED, RESERVED, new UsageSettled(TODAY, NOON, FIRST, "llama3.2", 100, 10, 0))
                .when(release)
                .thenNothing();
    }

    @Test
    void isRefusedWithoutAReservation() {
        given(decider, OPENED).when(release).thenRejected("reservation_not_found");
    }
}
