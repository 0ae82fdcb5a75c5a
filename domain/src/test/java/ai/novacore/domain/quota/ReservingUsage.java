package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.quota.QuotaCommand.ReserveUsage;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.DomainRejection.LimitReached;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Deciding(ReserveUsage.class)
class ReservingUsage {
    private final QuotaDecider decider = new QuotaDecider();

    @Test
    void opensTheDayWithTheAllowanceOfTheTier() {
        given(decider)
                .when(reserve(FIRST, 100, 1024))
                .thenEvents(new QuotaOpened(TODAY, NOON, FREE), new UsageReserved(TODAY, NOON, FIRST, 100, 1024));
    }

    @Test
    void setsAsideThePromptAndTheCap() {
        given(decider, new QuotaOpened(TODAY, NOON, FREE))
                .when(reserve(FIRST, 100, 1024))
                .thenEvents(new UsageReserved(TODAY, NOON, FIRST, 100, 1024));
    }

    @Test
    void keepsTheAllowanceThatTheDayWasOpenedWith() {
        given(decider, new QuotaOpened(TODAY, NOON, free(50, 400)))
                .when(reserve(FIRST, 100, 1024))
                .thenEvents(new UsageReserved(TODAY, NOON, FIRST, 100, 300));
    }

    @Test
    void lowersTheCapToWhatIsLeft() {
        given(decider, new QuotaOpened(TODAY, NOON, free(50, 1000)), settled(700))
                .when(reserve(SECOND, 100, 1024))
                .thenEvents(new UsageReserved(TODAY, NOON, SECOND, 100, 200));
    }

    @Test
    void takesAnEvenShareWhileOtherAnswersAreUnderWay() {
        given(decider, new QuotaOpened(TODAY, NOON, free(11, 6_000)), new UsageReserved(TODAY, NOON, FIRST, 500, 500))
                .when(reserve(SECOND, 100, 1024))
                .thenEvents(new UsageReserved(TODAY, NOON, SECOND, 100, 400));
    }

    @Test
    void neverCapsAnAnswerBelowTheMinimum() {
        given(decider, new QuotaOpened(TODAY, NOON, free(51, 6_000)), new UsageReserved(TODAY, NOON, FIRST, 500, 500))
                .when(reserve(SECOND, 300, 1024))
                .thenEvents(new UsageReserved(TODAY, NOON, SECOND, 300, 16));
    }

    @Test
    void isRefusedWhenNotEvenTheShortestAnswerFits() {
        LimitReached rejection =
                (LimitReached) given(decider, new QuotaOpened(TODAY, NOON, free(50, 1000)), settled(890))
                        .when(reserve(SECOND, 100, 1024))
                        .thenRejected("quota_exceeded");

        assertThat(rejection.resource()).isEqualTo("tokens");
        assertThat(rejection.limit()).isEqualTo(1000);
        assertThat(rejection.used()).isEqualTo(890);
        assertThat(rejection.resetsAt()).isEqualTo(Instant.parse("2026-03-15T00:00:00Z"));
    }

    @Test
    void isRefusedWhenAllMessagesAreUsedOrReserved() {
        LimitReached rejection = (LimitReached) given(
                        decider,
                        new QuotaOpened(TODAY, NOON, free(1, 50_000)),
                        new UsageReserved(TODAY, NOON, FIRST, 100, 100))
                .when(reserve(SECOND, 100, 1024))
                .thenRejected("quota_exceeded");

        assertThat(rejection.resource()).isEqualTo("messages");
        assertThat(rejection.used()).isEqualTo(1);
    }

    @Test
    void isRefusedAfterTheAllowanceWentBelowWhatIsUsed() {
        given(
                        decider,
                        new QuotaOpened(TODAY, NOON, BASIC),
                        settled(60_000),
                        new AllowanceChanged(TODAY, NOON, BASIC, FREE))
                .when(reserve(SECOND, 1, 1))
                .thenRejected("quota_exceeded");
    }

    @Test
    void happensOnceATurn() {
        given(decider, new QuotaOpened(TODAY, NOON, FREE), new UsageReserved(TODAY, NOON, FIRST, 100, 1024))
                .when(reserve(FIRST, 100, 1024))
                .thenNothing();
        given(decider, new QuotaOpened(TODAY, NOON, FREE), settled(10))
                .when(reserve(FIRST, 100, 1024))
                .thenNothing();
    }

    @Test
    void belongsToTheDayOfItsStart() {
        ReserveUsage afterMidnight =
                new ReserveUsage(TODAY, ACTOR, NOON.plus(Duration.ofHours(12)), FREE, FIRST, 1, 1, 1);

        given(decider).when(afterMidnight).thenRejected("quota_day_over");
    }

    private static UsageSettled settled(long tokens) {
        return new UsageSettled(TODAY, NOON, FIRST, "llama3.2", tokens, 0, 0);
    }
}
