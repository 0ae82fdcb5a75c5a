package ai.novacore.domain.subscription;

import static ai.novacore.domain.shared.DeciderFixture.given;
import static ai.novacore.domain.subscription.SubscriptionExamples.*;

import ai.novacore.domain.shared.Deciding;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.subscription.SubscriptionCommand.StartCheckout;
import ai.novacore.domain.subscription.SubscriptionEvent.CheckoutStarted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Deciding(SubscriptionCommand.StartCheckout.class)
class StartingCheckout {
    private static final Instant EXPIRY = NOON.plus(Duration.ofHours(1));
    private final SubscriptionDecider decider = new SubscriptionDecider();
    private final CheckoutStarted started = started(Tier.BASIC, "cs_1", NOON, EXPIRY);

    @Test
    void remembersThePage() {
        given(decider).when(start(Tier.BASIC, "cs_1", NOON)).thenEvents(started);
    }

    @Test
    void happensOnceAPage() {
        given(decider, started).when(start(Tier.BASIC, "cs_1", NOON)).thenNothing();
        given(decider, started).when(start(Tier.BASIC, "cs_1", EXPIRY)).thenNothing();
    }

    @Test
    void isRefusedWhileAnotherPageIsOpen() {
        given(decider, started)
                .when(start(Tier.PRO, "cs_2", EXPIRY.minusNanos(1)))
                .thenRejected("checkout_open");
    }

    @Test
    void isPossibleFromTheMomentThatTheOtherPageExpires() {
        given(decider, started)
                .when(start(Tier.PRO, "cs_2", EXPIRY))
                .thenEvents(started(Tier.PRO, "cs_2", EXPIRY, EXPIRY.plus(Duration.ofHours(1))));
    }

    @Test
    void isRefusedWhileASubscriptionIsRunning() {
        given(decider, basicAnd()).when(start(Tier.PRO, "cs_1", NOON)).thenRejected("already_subscribed");
        given(decider, basicAnd(scheduled(PERIOD_END, 2)))
                .when(start(Tier.PRO, "cs_1", NOON))
                .thenRejected("already_subscribed");
        given(decider, basicAnd(failed(2))).when(start(Tier.PRO, "cs_1", NOON)).thenRejected("already_subscribed");
    }

    @Test
    void isRefusedAfterTheGraceUntilStripeHasEndedTheSubscription() {
        SubscriptionEvent[] lapsed = {failed(2), graceExpired(GRACE_END), changedAt(GRACE_END, Tier.BASIC, Tier.FREE)};

        given(decider, basicAnd(lapsed)).when(start(Tier.PRO, "cs_1", NOON)).thenRejected("already_subscribed");
        given(
                        decider,
                        basicAnd(
                                failed(2),
                                graceExpired(GRACE_END),
                                changedAt(GRACE_END, Tier.BASIC, Tier.FREE),
                                cancelled(3)))
                .when(start(Tier.BASIC, "cs_1", NOON))
                .thenEvents(started);
    }

    @Test
    void isPossibleAgainAfterTheEndEvenBeforeTheOldPageExpires() {
        given(
                        decider,
                        started(Tier.BASIC, "cs_0", NOON, EXPIRY),
                        activated(Tier.BASIC, 1),
                        changed(Tier.FREE, Tier.BASIC, 1),
                        cancelled(2),
                        changed(Tier.BASIC, Tier.FREE, 2))
                .when(start(Tier.BASIC, "cs_1", NOON))
                .thenEvents(started);
    }

    @Test
    void isNotForTheFreeTier() {
        given(decider).when(start(Tier.FREE, "cs_1", NOON)).thenRejected("tier_not_for_sale");
    }

    private static StartCheckout start(Tier tier, String session, Instant now) {
        return new StartCheckout(HERS, STRIPE, now, ADA, tier, session, now.plus(Duration.ofHours(1)));
    }

    private static CheckoutStarted started(Tier tier, String session, Instant at, Instant expiresAt) {
        return new CheckoutStarted(HERS, at, ADA, tier, session, expiresAt);
    }
}
