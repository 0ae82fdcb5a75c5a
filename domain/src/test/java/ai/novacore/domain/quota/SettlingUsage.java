package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.quota.QuotaCommand.SettleUsage;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.UsageReleased;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@Deciding(SettleUsage.class)
class SettlingUsage {
    private static final QuotaOpened OPENED = new QuotaOpened(TODAY, NOON, FREE);
    private static final UsageReserved RESERVED = new UsageReserved(TODAY, NOON, FIRST, 100, 200);

    private final QuotaDecider decider = new QuotaDecider();

    @Test
    void chargesWhatTheModelCounted() {
        given(decider, OPENED, RESERVED).when(settle(FIRST, 90, 150)).thenEvents(settled(90, 150, 0));
    }

    @Test
    void givesTheRestOfTheReservationBack() {
        Quota quota = decider.fold(decider.initial(), List.of(OPENED, RESERVED, settled(90, 150, 0)));

        assertThat(quota.reserved()).isEmpty();
        assertThat(quota.usedTokens()).isEqualTo(240);
        assertThat(quota.usedMessages()).isEqualTo(1);
        assertThat(quota.remainingTokens(FREE)).isEqualTo(49_760);
        assertThat(quota.remainingMessages(FREE)).isEqualTo(49);
    }

    @Test
    void chargesAPromptThatIsLongerThanEstimatedToTheReservationAsAWhole() {
        given(decider, OPENED, RESERVED).when(settle(FIRST, 120, 150)).thenEvents(settled(120, 150, 0));
    }

    @Test
    void absorbsWhatExceedsTheReservation() {
        given(decider, OPENED, RESERVED).when(settle(FIRST, 120, 200)).thenEvents(settled(120, 180, 20));
    }

    @Test
    void absorbsEvenAPromptThatExceedsIt() {
        given(decider, OPENED, RESERVED).when(settle(FIRST, 310, 40)).thenEvents(settled(300, 0, 50));
    }

    @Test
    void chargesNothingForNegativeCounts() {
        given(decider, OPENED, RESERVED).when(settle(FIRST, -5, -7)).thenEvents(settled(0, 0, 0));
        given(decider, OPENED, RESERVED).when(settle(FIRST, -5, 310)).thenEvents(settled(0, 300, 10));
    }

    @Test
    void countsForTheDayOfTheReservationAlsoAfterMidnight() {
        Instant tomorrow = NOON.plus(Duration.ofDays(1));

        given(decider, OPENED, RESERVED)
                .when(new SettleUsage(TODAY, ACTOR, tomorrow, FIRST, "llama3.2", 90, 150))
                .thenEvents(new UsageSettled(TODAY, tomorrow, FIRST, "llama3.2", 90, 150, 0));
    }

    @Test
    void happensOnceATurn() {
        given(decider, OPENED, RESERVED, settled(90, 150, 0))
                .when(settle(FIRST, 100, 200))
                .thenNothing();
    }

    @Test
    void doesNothingAfterARelease() {
        given(decider, OPENED, RESERVED, new UsageReleased(TODAY, NOON, FIRST, 100, 200, "model_unavailable"))
                .when(settle(FIRST, 90, 150))
                .thenNothing();
    }

    @Test
    void isRefusedWithoutAReservation() {
        given(decider).when(settle(FIRST, 90, 150)).thenRejected("reservation_not_found");
        given(decider, OPENED, RESERVED).when(settle(SECOND, 90, 150)).thenRejected("reservation_not_found");
    }

    private static SettleUsage settle(TurnId turn, long input, long output) {
        return new SettleUsage(TODAY, ACTOR, NOON, turn, "llama3.2", input, output);
    }

    private static UsageSettled settled(long input, long output, long absorbed) {
        return new UsageSettled(TODAY, NOON, FIRST, "llama3.2", input, output, absorbed);
    }
}
