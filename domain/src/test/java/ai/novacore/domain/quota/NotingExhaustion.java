package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;

import ai.novacore.domain.quota.QuotaCommand.NoteExhausted;
import ai.novacore.domain.quota.QuotaEvent.AllowanceChanged;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.quota.QuotaEvent.QuotaWarned;
import ai.novacore.domain.quota.QuotaEvent.UsageReserved;
import ai.novacore.domain.quota.QuotaEvent.UsageSettled;
import ai.novacore.domain.shared.Deciding;
import org.junit.jupiter.api.Test;

@Deciding(NoteExhausted.class)
class NotingExhaustion {
    private static final QuotaOpened OPENED = new QuotaOpened(TODAY, NOON, free(2, 1_000));
    private static final UsageReserved RESERVED = new UsageReserved(TODAY, NOON, FIRST, 500, 500);
    private static final UsageSettled SETTLED = new UsageSettled(TODAY, NOON, FIRST, "llama3.2", 500, 490, 0);
    private static final QuotaWarned NEARLY = new QuotaWarned(TODAY, NOON, Resource.TOKENS, 80, 990, 1_000);
    private static final QuotaWarned ALL = new QuotaWarned(TODAY, NOON, Resource.TOKENS, 100, 990, 1_000);
    private static final NoteExhausted NOTE = new NoteExhausted(TODAY, ACTOR, NOON, Resource.TOKENS);

    private final QuotaDecider decider = new QuotaDecider();

    @Test
    void warnsOfTheLastTokensThatAreTooFew() {
        given(decider, OPENED, RESERVED, SETTLED, NEARLY).when(NOTE).thenEvents(ALL);
    }

    @Test
    void happensOnce() {
        given(decider, OPENED, RESERVED, SETTLED, NEARLY, ALL).when(NOTE).thenNothing();
    }

    @Test
    void waitsForReservationsThatMayComeBack() {
        given(decider, OPENED, RESERVED, SETTLED, NEARLY, new UsageReserved(TODAY, NOON, SECOND, 1, 5))
                .when(NOTE)
                .thenNothing();
    }

    @Test
    void doesNotCallADayUsedUpOnWhichAQuestionWasTooLarge() {
        given(decider, OPENED, RESERVED, new UsageSettled(TODAY, NOON, FIRST, "llama3.2", 100, 100, 0))
                .when(NOTE)
                .thenNothing();
        given(decider, OPENED).when(NOTE).thenNothing();
        given(decider).when(NOTE).thenNothing();
    }

    @Test
    void warnsOfMessagesWhenNoneIsLeft() {
        NoteExhausted note = new NoteExhausted(TODAY, ACTOR, NOON, Resource.MESSAGES);
        given(decider, OPENED, RESERVED, SETTLED).when(note).thenNothing();
        given(decider, OPENED, RESERVED, SETTLED, new AllowanceChanged(TODAY, NOON, free(2, 1_000), free(1, 1_000)))
                .when(note)
                .thenEvents(new QuotaWarned(TODAY, NOON, Resource.MESSAGES, 100, 1, 1));
    }

    @Test
    void warnsNobodyOfADayThatIsOver() {
        given(decider, OPENED, RESERVED, SETTLED)
                .when(new NoteExhausted(TODAY, ACTOR, TODAY.resetsAt(), Resource.TOKENS))
                .thenNothing();
    }
}
