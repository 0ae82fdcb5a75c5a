package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionCommand.CloseCheckout;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutClosed;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutStarted;
import java.util.List;
import org.junit.jupiter.api.Test;

@Deciding(SubscriptionCommand.CloseCheckout.class)
class ClosingCheckout {
    private final SubscriptionDecider decider = new SubscriptionDecider();
    private final CheckoutStarted started = new CheckoutStarted(HERS, NOON, ADA, Tier.BASIC, "cs_1", GRACE_END);

    @Test
    void closesThePageThatIsOpen() {
        given(decider, started)
                .when(new CloseCheckout(HERS, STRIPE, NOON, ADA, "cs_1"))
                .thenEvents(new CheckoutClosed(HERS, NOON, ADA, "cs_1"));
        assertThat(decider.fold(decider.initial(), List.of(started, new CheckoutClosed(HERS, NOON, ADA, "cs_1"))))
                .isEqualTo(decider.initial());
    }

    @Test
    void leavesAnotherPageOpen() {
        given(decider, started)
                .when(new CloseCheckout(HERS, STRIPE, NOON, ADA, "cs_0"))
                .thenNothing();
    }

    @Test
    void happensOnce() {
        given(decider).when(new CloseCheckout(HERS, STRIPE, NOON, ADA, "cs_1")).thenNothing();
    }

    @Test
    void isNothingToDoOnceTheSubscriptionIsRunning() {
        given(decider, started, activated(Tier.BASIC, 1))
                .when(new CloseCheckout(HERS, STRIPE, NOON, ADA, "cs_1"))
                .thenNothing();
    }
}
