package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static ai.novacore.domain.shared.DeciderFixture.given;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.novacore.domain.quota.QuotaCommand.OpenQuota;
import ai.novacore.domain.quota.QuotaEvent.QuotaOpened;
import ai.novacore.domain.shared.Deciding;
import org.junit.jupiter.api.Test;

@Deciding(OpenQuota.class)
class OpeningQuota {
    private final QuotaDecider decider = new QuotaDecider();

    @Test
    void givesTheDayItsAllowance() {
        given(decider).when(new OpenQuota(TODAY, ACTOR, NOON, FREE)).thenEvents(new QuotaOpened(TODAY, NOON, FREE));
    }

    @Test
    void happensOnceADay() {
        given(decider, new QuotaOpened(TODAY, NOON, FREE))
                .when(new OpenQuota(TODAY, ACTOR, NOON, FREE))
                .thenNothing();
    }

    @Test
    void doesNotChangeTheAllowanceOfAnOpenDay() {
        given(decider, new QuotaOpened(TODAY, NOON, FREE))
                .when(new OpenQuota(TODAY, ACTOR, NOON, BASIC))
                .thenNothing();
    }

    @Test
    void takesNoNegativeAllowance() {
        assertThatIllegalArgumentException().isThrownBy(() -> free(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> free(0, -1));
    }
}
