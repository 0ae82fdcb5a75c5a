package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.subscription.SubscriptionCommand.RecordRefund;
import ai.novacore.domain.subscription.SubscriptionEvent.PaymentRefunded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Deciding(SubscriptionCommand.RecordRefund.class)
class RecordingRefund {
    private final SubscriptionDecider decider = new SubscriptionDecider();

    @Test
    void endsWhatWasFullyPaidBack() {
        given(decider, basicAnd()).when(refund(true, true, 2)).thenEvents(refunded(true, FIRST, 2));
    }

    @Test
    void leavesTheSubscriptionWhenSomeOfItWasPaidBack() {
        given(decider, basicAnd()).when(refund(false, true, 2)).thenEvents(refunded(false, FIRST, 2));
    }

    @Test
    void leavesTheSubscriptionWhenItWasForAnEarlierPeriod() {
        given(decider, basicAnd()).when(refund(true, false, 2)).thenEvents(refunded(false, FIRST, 2));
    }

    @Test
    void isNotedAfterTheEndAsWell() {
        given(decider).when(refund(true, true, 2)).thenEvents(refunded(false, null, 2));
    }

    @Test
    void happensOnceAFact() {
        given(decider, basicAnd(refunded(false, FIRST, 2)))
                .when(refund(true, true, 2))
                .thenNothing();
        given(decider, basicAnd(refunded(false, FIRST, 2)))
                .when(refund(true, true, 3))
                .thenEvents(refunded(true, FIRST, 3));
    }

    @Test
    void remembersTheNewestFacts() {
        List<SubscriptionEvent> many = new ArrayList<>();
        for (int number = 1; number <= AppliedFacts.REMEMBERED + 50; number++) {
            many.add(refunded(false, null, number));
        }

        assertThat(decider.fold(decider.initial(), many).facts().eventIds())
                .hasSize(AppliedFacts.REMEMBERED)
                .startsWith("evt_51")
                .endsWith("evt_250");
    }

    private static RecordRefund refund(boolean full, boolean current, int fact) {
        return new RecordRefund(HERS, STRIPE, NOON, ADA, "pi_1", PRICE, full, current, fact(fact));
    }

    private static PaymentRefunded refunded(boolean ends, @Nullable String running, int fact) {
        return new PaymentRefunded(HERS, NOON, ADA, "pi_1", PRICE, ends, running, fact(fact));
    }
}
