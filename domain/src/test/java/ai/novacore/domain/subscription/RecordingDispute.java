package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordDispute;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentDisputed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Deciding(SubscriptionCommand.RecordDispute.class)
class RecordingDispute {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void namesTheSubscriptionThatIsToEnd() {
        given(decider, basicAnd()).when(dispute(2)).thenEvents(disputed(FIRST, 2));
    }

    @Test
    void isNotedAfterTheEndAsWell() {
        given(decider).when(dispute(2)).thenEvents(disputed(null, 2));
    }

    @Test
    void happensOnceAFact() {
        given(decider, basicAnd(disputed(FIRST, 2))).when(dispute(2)).thenNothing();
    }

    private static RecordDispute dispute(int fact) {
        return new RecordDispute(HERS, STRIPE, NOON, ADA, "pi_1", PRICE, fact(fact));
    }

    private static PaymentDisputed disputed(@Nullable String running, int fact) {
        return new PaymentDisputed(HERS, NOON, ADA, "pi_1", PRICE, running, fact(fact));
    }
}
